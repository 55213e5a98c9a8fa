/** Run as the system browser: visits the address that it is given, as the person whom the settings name. */
import { chooseInSystemBrowser } from '../hosts/choose-in-system-browser.ts';
import type { EntrySettings } from './entry-program.ts';

const { service, person } = JSON.parse(process.env['ELECTRON_DOUBLE'] ?? '{}') as EntrySettings;
await chooseInSystemBrowser(process.argv[2] ?? '', service, person);

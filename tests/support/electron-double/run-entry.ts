/**
 * Loaded before the shipped entry, in a process of its own: whoever requires `electron` is given the double. The person in
 * front of the system browser is one of the demonstration, named in the settings that this process is started with.
 */
import { Module } from 'node:module';
import { browserForTests } from '../hosts/browser-for-tests.ts';
import { chooseInSystemBrowser } from '../hosts/choose-in-system-browser.ts';
import { createElectronDouble } from './create-electron-double.ts';
import type { EntrySettings } from './entry-program.ts';

const settings = JSON.parse(process.env['ELECTRON_DOUBLE'] ?? '{}') as EntrySettings;
const double = createElectronDouble({ executablePath: browserForTests(), ...settings });

Object.defineProperty(process, 'resourcesPath', { value: settings.appPath });

const required = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
const load = required._load;
required._load = (name, ...rest) => (name === 'electron' ? double.electron : load.call(Module, name, ...rest));

const visit = setInterval(() => {
  const [address] = double.seen.openedExternally.splice(0, 1);
  if (address !== undefined) void chooseInSystemBrowser(address, settings.service, settings.person);
}, 50);

void double.ended.then((code) => {
  clearInterval(visit);
  if (double.seen.leaks.length > 0) process.stderr.write(`The pages got through: ${double.seen.leaks.join(', ')}\n`);
  process.exit(double.seen.leaks.length > 0 ? 70 : code);
});

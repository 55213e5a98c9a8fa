import type { TableRow } from '../../../contract/app/table-query.ts';
import { PhoneLink } from '../../tables/phone-link.tsx';
import { FR } from '../../text/fr.ts';
import { familyLabel } from '../../text/labels.ts';
import { FactList } from '../../ui/fact-list.tsx';

/** Who asks, and the switchboard: one call away, also offline (DOMAIN §4.10). */
export function EstablishmentFacts({ establishment }: { readonly establishment: TableRow }) {
  const cell = (name: string) => establishment[name] ?? null;
  const phone = cell('phone');
  return (
    <FactList
      facts={[
        ['Type', familyLabel(cell('family'))],
        ['Adresse', [cell('address'), cell('postalCode'), cell('city')].filter((part) => part !== null).join(' ')],
        ['FINESS', cell('finess') ?? cell('gid') ?? FR.none],
        [
          'Standard',
          <PhoneLink
            key="phone"
            byTab
            phone={phone === null ? null : String(phone)}
            name={String(cell('name') ?? '')}
          />,
        ],
      ]}
    />
  );
}

import type { AccountSheet } from '../../../contract/app/accounts-contract.ts';
import { formatMoment } from '../../text/format.ts';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';
import { AccountStatePill } from './account-columns.tsx';

const words = FR_ACCOUNTS.sheet;
type Differences = AccountSheet['others'][number]['differences'];

interface ComparedRequestsProps {
  readonly sheet: AccountSheet;
  onShow(id: string): void;
}

/** What each decision would change, then this request beside each one of the same e-mail or establishment (F24, F27-F28). */
export function ComparedRequests({ sheet, onShow }: ComparedRequestsProps) {
  const { others, establishment } = sheet;
  return (
    <>
      <Effects sheet={sheet} />
      {establishment !== null && (
        <section aria-label={words.known}>
          <h3>{words.known}</h3>
          <strong>{establishment.name}</strong>
          <Compared differences={establishment.differences} theirs={establishment.name} />
        </section>
      )}
      {others.map(({ relation, row, differences }) => (
        <section
          key={String(row['id'])}
          aria-label={relation === 'same-email' ? words.sameEmail : words.sameEstablishment}
        >
          <h3>{relation === 'same-email' ? words.sameEmail : words.sameEstablishment}</h3>
          <button type="button" className="dk-link" onClick={() => onShow(String(row['id']))} title={words.show}>
            {String(row['establishmentName'])}, {String(row['applicant'])}
          </button>{' '}
          <AccountStatePill state={String(row['state'])} />
          <div className="dk-quiet">{formatMoment(String(row['submittedAt']))}</div>
          <Compared differences={differences} theirs={String(row['applicant'])} />
        </section>
      ))}
    </>
  );
}

/** Sentences for the decisions that its state allows. */
function effectsOf({ row, others, establishment, needs }: AccountSheet): readonly string[] {
  const state = String(row['state']);
  const joins =
    establishment === null ? words.newEstablishment : words.knownEffect(establishment.name, establishment.openMissions);
  if (state === 'submitted') return [joins, words.refuseEffect(needs.length)];
  if (state === 'validated') return [words.refuseValidated];
  if (state !== 'duplicate') return [];
  const first = others.find(({ relation }) => relation === 'same-email')?.row;
  const waits = first?.['state'] === 'submitted' || first?.['state'] === 'duplicate';
  if (first === undefined) return [words.dropEffect(needs.length)];
  return [
    waits ? words.firstWaits : words.attachEffect(needs.length, String(first['establishmentName'])),
    words.dropEffect(needs.length),
  ];
}

function Effects({ sheet }: { readonly sheet: AccountSheet }) {
  const effects = effectsOf(sheet);
  if (effects.length === 0) return null;
  return (
    <>
      <h3>{words.effects}</h3>
      <ul className="dk-list">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </>
  );
}

function Compared({ differences, theirs }: { readonly differences: Differences; readonly theirs: string }) {
  if (differences.length === 0) return <p className="dk-quiet">{words.asMine}</p>;
  return (
    <table className="dk-side-by-side">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.mine}</th>
          <th scope="col" title={theirs}>
            {words.theirs}
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map((one) => (
          <tr key={one.label}>
            <th scope="row">{one.label}</th>
            <td>{one.mine}</td>
            <td>{one.theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

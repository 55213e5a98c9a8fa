import type { AccountSheet } from '../../../contract/app/accounts-contract.ts';
import { LiveView } from '../../data/live-view.tsx';
import { useLive } from '../../data/use-live.ts';
import { PhoneLink } from '../../tables/phone-link.tsx';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';
import { agencyLabel, professionLabel, specialtyLabel } from '../../text/labels.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { AccountStatePill, categoryLabel } from './account-columns.tsx';
import { ComparedRequests } from './compared-requests.tsx';

const words = FR_ACCOUNTS.sheet;

/** The request looked at: who, for which establishment, its missions, and side by side what it may double (F24). */
export function AccountPanel({ id, onShow }: { readonly id: string | null; onShow(id: string): void }) {
  const question = `account ${id}`;
  const sheet = useLive(id === null ? null : question, (client) => client.accounts.sheet({ id: id ?? '' }), [
    'regulation',
    'missions',
    'outbox',
  ]);
  return (
    <SidePanel label={FR_ACCOUNTS.panel}>
      {id === null ? (
        <StatePanel title={FR_ACCOUNTS.nothingLooked} />
      ) : (
        <LiveView live={sheet} question={question}>
          {(value) => <Sheet sheet={value} onShow={onShow} />}
        </LiveView>
      )}
    </SidePanel>
  );
}

function Sheet({ sheet, onShow }: { readonly sheet: AccountSheet; onShow(id: string): void }) {
  const { row, address, needs } = sheet;
  const text = (name: string) => String(row[name] ?? FR.none);
  const phone = text('phone');
  return (
    <>
      <h2>{text('establishmentName')}</h2>
      <AccountStatePill state={text('state')} />
      <LinkState sheet={sheet} />
      <FactList
        facts={[
          [words.applicant, text('applicant')],
          [FR_ACCOUNTS.columns.email, text('email')],
          [FR_ACCOUNTS.columns.phone, <PhoneLink key="phone" byTab phone={phone} name={text('establishmentName')} />],
          [FR_ACCOUNTS.columns.number, text('number')],
          [FR_ACCOUNTS.columns.category, categoryLabel(row['category'] ?? null)],
          [words.address, `${address}, ${text('postalCode')} ${text('city')}`],
          [FR_ACCOUNTS.columns.agency, agencyLabel(row['agency'] ?? null)],
          [words.submitted, formatMoment(text('submittedAt'))],
        ]}
      />
      {row['decidedByName'] !== null && (
        <p className="dk-quiet">
          {words.decided(text('decidedByName'), formatMoment(text('decidedAt')))}
          {row['decisionReason'] === null ? '' : ` : ${text('decisionReason')}`}
        </p>
      )}
      <h3>{words.needs(needs.length)}</h3>
      {needs.length === 0 && <p className="dk-quiet">{words.noNeed}</p>}
      <ul className="dk-list">
        {needs.map((need, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the needs of a request never change their order
          <li key={index}>
            <strong>
              {need.headcount === 0 ? words.noNeedYet : words.need(need.headcount, professionLabel(need.profession))}
            </strong>
            {need.specialty !== null && ` · ${specialtyLabel(need.specialty)}`}
            <div className="dk-quiet">
              {[words.dates(need.startDate, need.endDate), ...need.requirements].join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      <ComparedRequests sheet={sheet} onShow={onShow} />
    </>
  );
}

function LinkState({ sheet: { row, linkUntil, activatedAt } }: { readonly sheet: AccountSheet }) {
  if (activatedAt !== null) return <p>{words.activated(formatMoment(activatedAt))}</p>;
  if (linkUntil === null) return null;
  const moment = formatMoment(linkUntil);
  return <p>{row['activation'] === 'expired' ? words.linkExpired(moment) : words.linkUntil(moment)}</p>;
}

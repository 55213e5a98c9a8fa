import { FR_WINDOWS } from '../text/fr-windows.ts';

interface PhoneLinkProps {
  readonly phone: string | null;
  readonly name: string;
  /** True outside tables, whose rows alone are reached by Tab. */
  readonly byTab?: boolean;
}

/** A switchboard one click away, also offline; a number is written in pairs. */
export function PhoneLink({ phone, name, byTab = false }: PhoneLinkProps) {
  if (phone === null) return <span className="dk-quiet">{FR_WINDOWS.blocked.noPhone}</span>;
  return (
    <a
      className="dk-link dk-number"
      href={`tel:${phone}`}
      aria-label={`${FR_WINDOWS.blocked.phoneOf(name)} : ${phone}`}
      {...(byTab ? {} : { tabIndex: -1 })}
    >
      {inPairs(phone)}
    </a>
  );
}

/** @example inPairs('0240000000') // '02 40 00 00 00' */
export function inPairs(phone: string): string {
  return /^0\d{9}$/.test(phone) ? (phone.match(/\d\d/g) ?? []).join(' ') : phone;
}

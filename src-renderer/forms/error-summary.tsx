import './forms.css';
import { FR_FORMS } from '../text/fr-forms.ts';
import type { FormCheck } from './use-form-check.ts';

/** Every field to mend, in one place: each line leads to its field. */
export function ErrorSummary({ check: { told, focus } }: { readonly check: FormCheck }) {
  return (
    <div role="alert">
      {told.length > 0 && (
        <div className="dk-errors">
          <strong>{FR_FORMS.toMend(told.length)}</strong>
          <ul>
            {told.map(({ field, label, message }) => (
              <li key={field}>
                <button type="button" className="dk-link" onClick={() => focus(field)}>
                  {label}
                </button>
                {` : ${message}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

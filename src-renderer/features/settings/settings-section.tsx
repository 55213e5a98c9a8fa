import type { ReactNode } from 'react';
import { useId } from 'react';

interface SettingsSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A group of settings under its title. */
export function SettingsSection({ title, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      style={{ border: '1px solid var(--desk-line)', borderRadius: 6, padding: '12px 16px' }}
    >
      <h2 id={id} style={{ margin: '0 0 8px', fontSize: '1rem' }}>
        {title}
      </h2>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';

interface StatePanelProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do now. */
  readonly action?: ReactNode;
  readonly alarming?: boolean;
  /** It is all that the window shows: its title is the window's. */
  readonly whole?: boolean;
}

/** Instead of data: why there are none, what is safe, what to do. */
export function StatePanel({ title, children, action, alarming = false, whole = false }: StatePanelProps) {
  return (
    <div className="dk-state" role={alarming ? 'alert' : 'status'}>
      {whole ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children !== undefined && <div className="dk-quiet">{children}</div>}
      {action !== undefined && <div style={{ marginTop: 14 }}>{action}</div>}
    </div>
  );
}

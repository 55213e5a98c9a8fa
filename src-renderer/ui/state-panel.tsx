import type { ReactNode } from 'react';

interface StatePanelProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do now. */
  readonly action?: ReactNode;
  readonly alarming?: boolean;
}

/** Instead of data: why there are none, what is safe, what to do. */
export function StatePanel({ title, children, action, alarming = false }: StatePanelProps) {
  return (
    <div className="dk-state" role={alarming ? 'alert' : 'status'}>
      <h2>{title}</h2>
      {children !== undefined && <div className="dk-quiet">{children}</div>}
      {action !== undefined && <div style={{ marginTop: 14 }}>{action}</div>}
    </div>
  );
}

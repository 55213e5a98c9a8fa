import type { ReactNode } from 'react';
import { Component } from 'react';
import { FR } from '../text/fr.ts';

/** What a person sees when drawing failed: what is safe, and one way out. */
export class FaultScreen extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="dk-center">
        <div className="dk-card" role="alert">
          <h1>{FR.crashed}</h1>
          <p>{FR.crashedAdvice}</p>
          <button type="button" className="dk-link" onClick={() => location.reload()}>
            {FR.reload}
          </button>
        </div>
      </main>
    );
  }
}

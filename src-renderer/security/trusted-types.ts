/**
 * Imported before anything else: the page's policy refuses text that becomes a script, and styles without the nonce
 * (TRUST S30). The one policy lets styles through, never mark-up, and scripts only from the built files.
 */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string | null; createScriptURL(text: string): string | null },
  ): unknown;
}

const globals = globalThis as unknown as { trustedTypes?: TrustedTypes; __webpack_nonce__?: string };

/** The nonce that styles made by the page must carry; empty when the page was not served by the desk. */
export const STYLE_NONCE = document.querySelector('meta[property=csp-nonce]')?.getAttribute('content') ?? '';

// The scroll lock of dialogs reads this global, the convention of bundlers, before it adds its style.
globals.__webpack_nonce__ = STYLE_NONCE;

globals.trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text.includes('<') ? null : text),
  createScriptURL(text) {
    const address = new URL(text, location.href);
    return address.origin === location.origin && address.pathname.startsWith('/assets/') ? address.href : null;
  },
});

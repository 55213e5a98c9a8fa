import { Skeleton } from '@mantine/core';

/** Says that it is loading, to the eye and to a screen reader; never "nothing". */
export function LoadingLines({ label, count = 8 }: { readonly label: string; readonly count?: number }) {
  return (
    <div role="status" style={{ padding: 12, width: '100%' }}>
      <span className="dk-visually-hidden">{label}</span>
      {Array.from({ length: count }, (_, line) => 96 - ((line * 13) % 30)).map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines that never move
        <Skeleton key={line} height={16} mt={8} width={`${width}%`} aria-hidden="true" />
      ))}
    </div>
  );
}

import { Skeleton } from '@mantine/core';

/** Says that it is loading, to the eye and to a screen reader; never "nothing". */
export function LoadingLines({ label, count = 8 }: { readonly label: string; readonly count?: number }) {
  return (
    <div role="status" style={{ padding: 12, width: '100%' }}>
      <span className="dk-visually-hidden">{label}</span>
      {Array.from({ length: count }, (_, line) => (
        <Skeleton key={line} height={16} mt={8} width={`${96 - ((line * 13) % 30)}%`} aria-hidden="true" />
      ))}
    </div>
  );
}

import { Button, FileButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';

interface FileDropProps {
  /** What is to be dropped here: the name of the place, said in it while nothing is being read. */
  readonly label: string;
  /** Said instead while a file is being read. */
  readonly reading: string;
  readonly busy: boolean;
  readonly choose: string;
  /** File names' ending, e.g. '.xlsx'. */
  readonly accept: string;
  onFile(file: File): void;
  /** Draws what stands beside the button that chooses a file; the button alone by default. */
  layout?(button: ReactNode): ReactNode;
}

/** A place where a file is dropped, or chosen by its button. */
export function FileDrop({ label, reading, busy, choose, accept, onFile, layout = (button) => button }: FileDropProps) {
  const [over, setOver] = useState(false);
  const give = (file: File | null | undefined) => {
    if (file) onFile(file);
  };
  return (
    <section
      aria-label={label}
      className="dk-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        give(event.dataTransfer.files[0]);
      }}
    >
      <p>{busy ? reading : label}</p>
      {layout(
        <FileButton accept={accept} onChange={give}>
          {(props) => (
            <Button {...props} loading={busy}>
              {choose}
            </Button>
          )}
        </FileButton>,
      )}
    </section>
  );
}

import { useView } from '../../stores/view.ts';
import { Palette } from '../palette/palette.tsx';
import { Reader } from '../reader/reader.tsx';

/** The window of an open library: rail, list, reader, status bar. */
export function Workbench() {
  const reading = useView((view) => view.reader !== null);
  return (
    <div>
      {reading && <Reader />}
      <Palette />
    </div>
  );
}

/** Makes a label by name and opens its page. */
import type { LibraryCommand } from '../../../shared/domain/command.ts';
import type { LabelKind } from '../../../shared/domain/label.ts';
import { runCommand } from '../../stores/history.ts';
import { chooseLabel } from '../../stores/view.ts';

/** Answers whether it was made; a failure is shown. */
export async function createLabel(kind: LabelKind, name: string): Promise<boolean> {
  const outcome = await runCommand(creation(kind, name));
  if (!outcome.ok) return false;
  if (outcome.value.label !== null) chooseLabel(kind, outcome.value.label.id);
  return true;
}

function creation(kind: LabelKind, name: string): LibraryCommand {
  switch (kind) {
    case 'tag':
      return { kind: 'tag.create', fields: { name, parentId: null, colour: null } };
    case 'case':
      return { kind: 'case.create', fields: { title: name, description: '' } };
    case 'event':
      return {
        kind: 'event.create',
        fields: {
          title: name,
          date: '',
          place: '',
          act: '',
          certainty: 'unknown',
          description: '',
        },
      };
  }
}

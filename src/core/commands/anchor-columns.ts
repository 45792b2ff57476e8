/** Where a passage lies and what it says, as its row holds them; what was drawn (`rects`) belongs to one layout and is not here. */
import type { PassageAnchor } from '../../shared/domain/passage.ts';

export function anchorColumns({ start, end, quote, prefix, suffix }: PassageAnchor) {
  return {
    start_page: start.page,
    start_offset: start.offset,
    end_page: end.page,
    end_offset: end.offset,
    quote,
    prefix,
    suffix,
  };
}

import type { CountedCell } from '../charts.ts';
import type { MessageKey } from '../language.ts';
import type { AddressChanges } from '../query.ts';
import type { View } from '../view.ts';

// Where the items are listed that a figure counts.

/** Parameter of `/items` that leaves out items in which nobody counts. */
export const onlyMentioning: AddressChanges = { mentioning: 'yes' };

/** The word after a number of items that is written elsewhere. */
export function unitOf(count: number): MessageKey {
  return count === 1 ? 'unit.item' : 'unit.items';
}

function daysOf({ days }: CountedCell): AddressChanges {
  return days === null ? {} : { from: days.from, to: days.to };
}

/** Of one person: of the chosen outlets and period, but for what is changed. */
export function personItemsAddress(
  view: View,
  personId: string,
  changes: AddressChanges = {},
): string {
  return `${view.href(`/persons/${encodeURIComponent(personId)}`, changes)}#items`;
}

/** Of all outlets chosen, or of one. */
export function itemsAddress(view: View, changes: AddressChanges = {}): string {
  return `${view.href('/items', changes)}#items`;
}

/** Of a cell whose row or panel is a person. */
export function personCell(view: View, changes: AddressChanges = {}) {
  return (cell: CountedCell): string =>
    cell.id === null
      ? itemsAddress(view, { ...daysOf(cell), ...changes })
      : personItemsAddress(view, cell.id, { ...daysOf(cell), ...changes });
}

/** Of a cell whose row or panel is an outlet. */
export function outletCell(view: View, changes: AddressChanges = {}) {
  return (cell: CountedCell): string =>
    itemsAddress(view, { ...daysOf(cell), outlet: cell.id, ...changes });
}

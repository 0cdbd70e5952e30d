/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { Comment, Entry, TreeNode } from './model';
import type { FoundComment } from './scanComments';

/**
 * Puts comments where sops has them: as siblings of entries and items, before
 * the one they belong to. That place decides by which path a comment is
 * encrypted and, for comment selectors, what else is.
 *
 *     # root, before a
 *     a: 1 # root, before a, inline
 *     b: # root, before b
 *       # in b, before c
 *       c: 1
 *       # in b, at its end          told from the next line by the column
 *     # root, before d
 *     d:
 *     - x
 *     # root, before e              the list and e share a column: e wins
 *     e: [1, 2, # in e, before 2, inline
 *       3]
 *     f: {g: 1} # in f, before g
 *
 * At the end of a block whose last value is a block itself, a comment goes into
 * the innermost one: there go-yaml would look for it. Some that go-yaml loses are
 * kept here.
 *
 * @internal
 */
export function attachComments(
  root: Container,
  slots: readonly Slot[],
  comments: readonly FoundComment[],
): void {
  let passed = 0;
  for (const comment of comments) {
    while (passed < slots.length && slots[passed].start < comment.offset) {
      passed += 1;
    }
    const previous = slots[passed - 1] as Slot | undefined;
    const next = slots[passed] as Slot | undefined;
    const place = comment.ownLine
      ? placeOnOwnLine(comment, previous, next, root)
      : placeInline(comment, previous, root);
    const { children } = place.container;
    children.splice(
      place.before === undefined
        ? children.length
        : children.indexOf(place.before),
      0,
      { kind: 'comment', text: comment.text, inline: place.inline ?? false },
    );
  }
}

/** A map or list while it is being read. @internal */
export interface Container {
  /** Entries of a map or items of a list; comments come in between. */
  readonly children: (Entry | TreeNode | Comment)[];
  /** Of its keys or dashes. */
  readonly column: number;
  readonly flow: boolean;
  /** After its closing bracket, for flow style. */
  readonly end: number;
  /** What it is the value of; nothing for the root. */
  readonly owner: Slot | undefined;
  lastSlot: Slot | undefined;
}

/** An entry or item as it stands in the text, in order of `start`. @internal */
export interface Slot {
  /** Known once its value is read. */
  child: Entry | TreeNode | undefined;
  readonly container: Container;
  readonly start: number;
  /** Its value, if that is a map or list with children. */
  value: Container | undefined;
}

interface Place {
  readonly container: Container;
  /** At the end of the container if undefined. */
  readonly before: Entry | TreeNode | Comment | undefined;
  readonly inline?: boolean;
}

function placeInline(
  comment: FoundComment,
  previous: Slot | undefined,
  root: Container,
): Place {
  if (previous === undefined) return atStart(root);
  const owner = outOfClosedFlow(previous, comment.offset);
  const { value } = owner;
  if (value?.flow) return atStart(value);
  return {
    container: owner.container,
    before: owner.child,
    inline: value === undefined,
  };
}

function placeOnOwnLine(
  comment: FoundComment,
  previous: Slot | undefined,
  next: Slot | undefined,
  root: Container,
): Place {
  const beforeNext = next && { container: next.container, before: next.child };
  if (previous === undefined) return beforeNext ?? atStart(root);
  const last = outOfClosedFlow(previous, comment.offset);
  if (last.container.flow) {
    return next?.container === last.container
      ? beforeNext!
      : { container: last.container, before: undefined };
  }
  if (
    next !== undefined &&
    (next.container.owner === last || comment.column <= next.container.column)
  ) {
    return beforeNext!;
  }
  let container = last.container;
  while (
    container.owner !== undefined &&
    container !== next?.container &&
    container.column > comment.column
  ) {
    container = container.owner.container;
  }
  if (container === next?.container) return beforeNext!;
  return { container: innermostLast(container), before: undefined };
}

/** Of the root the end is well known: the metadata follow. */
function innermostLast(container: Container): Container {
  let last = container;
  while (last.owner !== undefined && last.lastSlot?.value !== undefined) {
    last = last.lastSlot.value;
  }
  return last;
}

/** A flow collection that ended before the comment counts as one value. */
function outOfClosedFlow(slot: Slot, offset: number): Slot {
  let { container } = slot;
  let outer = slot;
  while (container.flow && container.end <= offset && container.owner) {
    outer = container.owner;
    container = outer.container;
  }
  return outer;
}

function atStart(container: Container): Place {
  return {
    container,
    before: container.children.find(({ kind }) => kind !== 'comment'),
  };
}

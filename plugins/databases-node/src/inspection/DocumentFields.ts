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

import { YamlLeaf } from './readYamlLeaves';

type Path = YamlLeaf['path'];

/** The scalars of one object, or of a part of it, by their paths. */
export class DocumentFields {
  private constructor(
    /** With their paths from the root of the document. */
    readonly leaves: readonly YamlLeaf[],
    private readonly depth: number,
  ) {}

  static of(leaves: readonly YamlLeaf[]): DocumentFields {
    return new DocumentFields(leaves, 0);
  }

  /** What lies below a path. */
  below(...path: Path): DocumentFields {
    return new DocumentFields(
      this.leaves.filter(leaf => this.#leads(path, leaf)),
      this.depth + path.length,
    );
  }

  /** Each item of the list at a path. */
  items(...path: Path): readonly DocumentFields[] {
    const list = this.below(...path);
    return list.keys
      .filter(key => typeof key === 'number')
      .map(place => list.below(place));
  }

  /** What stands at the top, each once. */
  get keys(): readonly (string | number)[] {
    return [...new Set(this.leaves.map(({ path }) => path[this.depth]))].filter(
      key => key !== undefined,
    );
  }

  leaf(...path: Path): YamlLeaf | undefined {
    return this.leaves.find(
      leaf =>
        leaf.path.length === this.depth + path.length &&
        this.#leads(path, leaf),
    );
  }

  /** Text that is a name: nothing encrypted, and nothing long. */
  name(...path: Path): string | undefined {
    const text = this.leaf(...path)?.text ?? '';
    return text === '' || text.length > 253 || text.startsWith('ENC[')
      ? undefined
      : text;
  }

  get line(): number {
    return this.leaves[0]?.line ?? 1;
  }

  #leads(path: Path, leaf: YamlLeaf): boolean {
    return path.every((part, index) => leaf.path[this.depth + index] === part);
  }
}

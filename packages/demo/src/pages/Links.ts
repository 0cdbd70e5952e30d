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

import { DemoRepository } from '../forge/DemoRepository';

type Named = Pick<DemoRepository, 'owner' | 'name'>;

/** Addresses of pages, below the path of the forge. @internal */
export class Links {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  repository({ owner, name }: Named, branch?: string): string {
    const query = branch ? `?${new URLSearchParams({ branch })}` : '';
    return `${this.root}/${owner}/${name}${query}`;
  }

  file(repository: Named, branch: string, path: string): string {
    const query = new URLSearchParams({ branch, path });
    return `${this.repository(repository)}/file?${query}`;
  }

  pull(repository: Named, number: number): string {
    return `${this.repository(repository)}/pulls/${number}`;
  }
}

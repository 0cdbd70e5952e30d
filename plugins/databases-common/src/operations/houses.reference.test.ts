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

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettierMarkdown from 'prettier/plugins/markdown';
import { format } from 'prettier/standalone';
import { root } from '../__testUtils__/canon';
import { House, readHouses } from '../__testUtils__/houses';

const page = join(root, 'docs/explanation/houses.md');

const introduction = `<!-- generated from examples/houses: UPDATE_GOLDENS=1 npm test unit -- reference -->

# Houses and their conventions

Repositories have conventions, and a pull request that ignores them is not merged. What is done in which way is
**learned from files**, and the plan, the form and the pull request say from which ("How this repository does it").
What the target configures is not learned; what nothing shows is done as most houses do, and said so. Where files
contradict each other, nothing is written: the finding \`clear-conventions\` names the files, and the option that decides.

Each house below is in [examples/houses](../../examples/houses): two repositories, a \`target.yaml\`, the house's own checks
in \`house.yaml\`, and the pull requests of a request in \`expected/\`. Tests ask for random databases in each of them, and
hold the pull requests to this: kustomize builds every touched folder, Kubernetes takes every object, the house's own
checks pass, no line that is not the request's changes, and asking again changes nothing.

Some of what a repository shows has no answer in a pull request of ours. Then nothing is written, and the finding names
the file and what to do:

- A folder has two kustomizations (\`kustomization.yaml\`, \`kustomization.yml\` and \`Kustomization\` are all edited, but
  kustomize builds no folder with two of them).
- A kustomization on the way from a new file to the cluster, or the Application, ApplicationSet or Kustomization of Flux
  that delivers it, has \`namePrefix\` or \`nameSuffix\`, or a \`namespace\` that is not the file's. Kustomize corrects
  references in the fields that it knows; those of CloudNativePG it does not, nor the address in a connection string. The
  same goes for \`commonLabels\`, and \`labels\` with \`includeSelectors\`, above a network policy.
- An ApplicationSet makes the Applications of folders or values beside the new ones, from files or elements that the new
  one does not have, and no such Application is written by hand. One that reads another repository is left alone, and so
  is one whose other folders hold no database.
- Secrets would lie where helm-secrets decrypts the values of a chart, or where nothing decrypts them.`;

/** The page of houses is made of their descriptions. `UPDATE_GOLDENS=1` writes it anew. */
it('houses.md says what the houses show', async () => {
  const houses = readHouses().map(describeHouse);
  const expected = await format([introduction, ...houses].join('\n\n'), {
    parser: 'markdown',
    plugins: [prettierMarkdown],
  });
  if (process.env.UPDATE_GOLDENS) {
    writeFileSync(page, expected);
  }
  expect(readFileSync(page, 'utf8')).toBe(expected);
});

it('every convention names files of its house', () => {
  for (const { name, trees, conventions } of readHouses()) {
    const files = Object.entries(trees).flatMap(([role, tree]) =>
      Object.keys(tree).map(path => `${role}/${path}`),
    );
    for (const { shownBy } of conventions) {
      expect({
        name,
        shownBy: shownBy.filter(at => !files.includes(at)),
      }).toEqual({ name, shownBy: [] });
    }
  }
});

function describeHouse({ name, title, about, conventions }: House): string {
  const folder = `../../examples/houses/${name}`;
  return [
    `## ${title}`,
    `${about} [Files](${folder}), [pull request](${folder}/expected/platform.md).`,
    [
      '| In this house | Shown by | The pull request |',
      '| --- | --- | --- |',
      ...conventions.map(
        ({ convention, shownBy, pullRequest }) =>
          `| ${convention} | ${shownBy
            .map(path => `[\`${path}\`](${folder}/${path})`)
            .join(', ')} | ${pullRequest} |`,
      ),
    ].join('\n'),
  ].join('\n\n');
}

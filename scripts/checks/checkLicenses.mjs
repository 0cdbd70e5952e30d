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

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { isCompatibleLicense } from './isCompatibleLicense.mjs';
import { workspacePackages } from './workspacePackages.mjs';

/** What a person has read, and holds as long as the package says the same. */
const REVIEWED = [
  {
    name: '@isomorphic-git/pgp-plugin',
    license: 'LGPL-3.0+',
    reason: 'comes with every Backstage scaffolder; used as it is, replaceable',
  },
  {
    name: '@remixicon/react',
    license: 'Remix Icon License 1.0',
    reason: 'icons that Backstage shows; ours come from 4.8, under Apache-2.0',
  },
  {
    name: 'fast-shallow-equal',
    license: undefined,
    reason: 'its file LICENSE is the Unlicense',
  },
  {
    name: 'pause',
    license: undefined,
    reason: 'its file Readme.md holds the MIT license',
  },
  {
    name: 'react-universal-interface',
    license: undefined,
    reason: 'its file LICENSE is the Unlicense',
  },
  {
    name: 'tv4',
    license: undefined,
    reason: 'its list of licenses has the MIT license',
  },
  {
    name: 'valid-url',
    license: undefined,
    reason: 'its file LICENSE is the MIT license',
  },
];

/**
 * Whether everything that a person gets by installing a published package has
 * a license that goes with Apache-2.0. Peers are the person's own choice.
 */
export async function checkLicenses() {
  const checked = new Set();
  const problems = [];
  function visit(folder, path) {
    const manifest = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const license = licenseOf(manifest);
    if (!isCompatibleLicense(license) && !isReviewed(manifest.name, license)) {
      problems.push(
        `${[...path, manifest.name].join(' > ')}: its license is ${license ?? 'not named'}: ` +
          'do without it, or read it and add it to REVIEWED with the reason',
      );
    }
    const { dependencies, optionalDependencies } = manifest;
    for (const name of Object.keys({
      ...dependencies,
      ...optionalDependencies,
    })) {
      const found = installedFolder(name, folder);
      if (found && !checked.has(found)) {
        checked.add(found);
        visit(found, [...path, manifest.name]);
      }
    }
  }
  for (const { folder, manifest } of workspacePackages()) {
    if (!manifest.private) {
      visit(join(repositoryRoot, folder), []);
    }
  }
  return problems;
}

function isReviewed(name, license) {
  return REVIEWED.some(
    reviewed => reviewed.name === name && reviewed.license === license,
  );
}

function licenseOf({ license, licenses }) {
  if (Array.isArray(licenses)) {
    return licenses.map(({ type }) => type).join(' OR ');
  }
  return typeof license === 'object' ? license?.type : license;
}

/** Where Node would find it; nowhere for an optional one of another platform. */
function installedFolder(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', ...name.split('/'));
    if (existsSync(join(candidate, 'package.json'))) {
      return candidate;
    }
    if (folder === repositoryRoot || folder === dirname(folder)) {
      return undefined;
    }
  }
}

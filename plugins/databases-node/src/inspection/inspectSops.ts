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

import {
  InspectedSops,
  SopsProblemCode,
} from '@basewell/plugin-databases-common/domain';
import {
  CreationRule,
  parseEnvelope,
  readMetadata,
  SopsError,
  SopsMetadata,
  verify,
} from '@basewell/sops';
import { fingerprintOf } from './describeValue';
import { YamlLeaf, YamlLeaves } from './readYamlLeaves';

/** The fields by which a `sops` branch is one, and no setting of something called sops. */
const fields =
  /^sops\.((mac|lastmodified|version)$|(\d+\.)?(age|pgp|kms|gcp_kms|azure_kv|hc_vault|hckms|key_groups)\.)/;

/** What the SOPS metadata of a file say; nothing for a file that has none. */
export async function inspectSops(
  text: string,
  documents: readonly YamlLeaves[],
  rule: CreationRule | undefined,
): Promise<InspectedSops | undefined> {
  const leaves = documents.flatMap(document => document.leaves);
  if (!leaves.some(({ path }) => fields.test(path.join('.')))) {
    return undefined;
  }
  const metadata = metadataOf(text);
  const findings = await verify(text, rule && { rule });
  const mac = parseEnvelope(metadata?.mac ?? '');
  return {
    groups: metadata ? groupsOf(metadata) : [],
    hasMac: mac !== undefined,
    ...(mac && { macFingerprint: fingerprintOf(mac) }),
    ...(metadata && { lastModified: metadata.lastModified }),
    ...(metadata?.version && { version: metadata.version }),
    problems: unique(
      findings.flatMap(({ code, path }) =>
        isProblem(code)
          ? [
              {
                code,
                line: lineOf(path, leaves),
                ...(path !== '' && { path }),
              },
            ]
          : [],
      ),
    ),
  };
}

function metadataOf(text: string): SopsMetadata | undefined {
  try {
    return readMetadata(text);
  } catch (error) {
    if (error instanceof SopsError) return undefined;
    throw error;
  }
}

/** Ids alone: a public key says by its form what it is. */
export function groupsOf({
  keyGroups,
}: Pick<CreationRule, 'keyGroups'> | SopsMetadata) {
  return keyGroups.map(group => group.map(({ id }) => id));
}

/** What is left out is found by rules of their own, or needs a key. */
const problems: readonly SopsProblemCode[] = [
  'clear-value',
  'encrypted-manifest',
  'invalid-metadata',
  'missing-mac',
  'missing-version',
  'nothing-encrypted',
  'recipients-differ',
  'selector-differs',
  'stray-ciphertext',
  'unreadable',
];

function isProblem(code: string): code is SopsProblemCode {
  return problems.some(problem => problem === code);
}

/** `verify` sees a value in clear once as covered and once as a Secret's. */
function unique(all: InspectedSops['problems']): InspectedSops['problems'] {
  return all.filter(
    ({ code, path }, index) =>
      all.findIndex(other => other.code === code && other.path === path) ===
      index,
  );
}

/** The line of a path without the places in lists, or of what is nearest above it. */
function lineOf(path: string, leaves: readonly YamlLeaf[]): number {
  const keys = path.split('.');
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const above = keys.slice(0, depth).join('.');
    const leaf = leaves.find(candidate => {
      const own = candidate.path.filter(part => typeof part === 'string');
      return `${own.join('.')}.`.startsWith(`${above}.`);
    });
    if (leaf) return leaf.line;
  }
  return 1;
}

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
  InspectedCreationRule,
  InspectedFile,
  isExamplePath,
} from '@basewell/plugin-databases-common/domain';
import { CreationRule } from '@basewell/sops';
import { inspectDocument } from './inspectDocument';
import { InspectedRules } from './InspectedRules';
import { groupsOf, inspectSops } from './inspectSops';
import { inspectWaivers } from './inspectWaivers';
import { sightingsIn } from './sightingsIn';
import { readYamlLeaves, YamlLeaves, YamlProblem } from './readYamlLeaves';

/** What a YAML or JSON file must say somewhere to be worth parsing. */
const worthReading =
  /\bkind["']?\s*:\s*["']?(List|(Sealed|Sops|(Cluster)?External|Vault(Static|Dynamic|PKI))?Secret|Vault(Auth|Connection)|Cluster)\b|ENC\[AES256_GCM,|^\s*(- )?secretGenerator:|^\s*["']?sops["']?\s*:/m;

/**
 * One file.
 *
 * @param namespaceOf - what the kustomization of a file's folder says
 */
export async function inspectFile(
  path: string,
  text: string,
  rules: InspectedRules,
  namespaceOf: (path: string) => string | undefined,
): Promise<InspectedFile> {
  const smells = rules.smellsOf(path);
  const base = {
    path,
    isExample: isExamplePath(path),
    documents: [],
    sightings: sightingsIn(path, text),
    ...(smells && { sopsConfig: { smells } }),
  };
  try {
    if (/(^|\/)\.basewell\.ya?ml$/.test(path)) {
      return { ...base, waivers: inspectWaivers(path, text) };
    }
    if (smells || !/\.(ya?ml|json)$/.test(path) || !worthReading.test(text)) {
      return base;
    }
    const documents = readYamlLeaves(text);
    return { ...base, ...(await inspectYaml(path, text, documents)) };
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    // A template of Helm becomes YAML only when it is rendered.
    return /\{\{/.test(text)
      ? base
      : { ...base, unreadable: { line: error.line, reason: error.reason } };
  }

  async function inspectYaml(
    name: string,
    content: string,
    read: readonly YamlLeaves[],
  ): Promise<Pick<InspectedFile, 'documents' | 'sops' | 'creationRule'>> {
    const holdsCiphertext = content.includes('ENC[AES256_GCM,');
    const options = { isSops: false, namespace: namespaceOf(name) };
    const plain = read.map(document => inspectDocument(document, options));
    const isManifest = plain.some(({ secrets }) => secrets.length > 0);
    if (!isManifest && !holdsCiphertext && !/sops/.test(content)) {
      return { documents: plain };
    }
    const rule = rules.ruleFor(name);
    const sops = await inspectSops(content, read, rule);
    if (rule && isManifest) rules.noteManifest(name, rule);
    return {
      documents: sops
        ? read.map(document =>
            inspectDocument(document, { ...options, isSops: true }),
          )
        : plain,
      ...(sops && { sops }),
      ...(rule &&
        (sops || isManifest) && { creationRule: creationRuleOf(rule) }),
    };
  }
}

function creationRuleOf(rule: CreationRule): InspectedCreationRule {
  const { origin, pathRegex } = rule;
  return {
    config: origin.config,
    rule: origin.index + 1,
    isSpecific: pathRegex !== undefined,
    groups: groupsOf(rule),
  };
}

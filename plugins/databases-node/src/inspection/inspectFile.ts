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
  InspectedDocument,
  InspectedFile,
  isExamplePath,
} from '@basewell/plugin-databases-common/domain';
import { CreationRule } from '@basewell/sops';
import { inspectDocument } from './inspectDocument';
import { InspectedRules } from './InspectedRules';
import { groupsOf, inspectSops } from './inspectSops';
import { inspectWaivers } from './inspectWaivers';
import { sightingsIn } from './sightingsIn';
import { readYamlLeaves, YamlProblem } from './readYamlLeaves';

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
    if (/(^|\/)\.basewell\.yaml$/.test(path)) {
      return { ...base, waivers: inspectWaivers(path, text) };
    }
    if (smells || !/\.(ya?ml|json)$/.test(path) || !worthReading.test(text)) {
      return base;
    }
    const namespace = namespaceOf(path);
    return { ...base, ...(await inspectYaml(path, text, rules, namespace)) };
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    // A template of Helm becomes YAML only when it is rendered.
    return /\{\{/.test(text)
      ? base
      : { ...base, unreadable: { line: error.line, reason: error.reason } };
  }
}

/** The Secrets and ciphertext of a file, and what SOPS has to do with it. */
async function inspectYaml(
  path: string,
  text: string,
  rules: InspectedRules,
  namespace: string | undefined,
): Promise<Pick<InspectedFile, 'documents' | 'sops' | 'creationRule'>> {
  const read = readYamlLeaves(text);
  const documents = read.map(document => inspectDocument(document, namespace));
  const isManifest = documents.some(({ secrets }) => secrets.length > 0);
  if (!isManifest && !/\bsops\b/.test(text)) {
    return { documents };
  }
  const rule = rules.ruleFor(path);
  const sops = await inspectSops(text, read, rule);
  if (rule && isManifest) rules.noteManifest(path, rule);
  return {
    documents: sops ? documents.map(asEncrypted) : documents,
    ...(sops && { sops }),
    ...(rule && (sops || isManifest) && { creationRule: creationRuleOf(rule) }),
  };
}

/** All documents of a SOPS file are encrypted with the one data key that it has. */
function asEncrypted(document: InspectedDocument): InspectedDocument {
  return document.format === 'sealed-secret'
    ? document
    : { ...document, format: 'sops' };
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

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

import { macParts } from './checkMac';
import { AlreadyEncryptedError } from './errors/AlreadyEncryptedError';
import { InvalidDocumentError } from './errors/InvalidDocumentError';
import { ProofError } from './errors/ProofError';
import { computeMac } from './mac';
import { metadataToTree } from './metadata/metadataToTree';
import type { SopsMetadata } from './metadata/model';
import {
  hasMetadata,
  metadataKey,
  splitMetadata,
} from './metadata/splitMetadata';
import type { OpenedSite } from './open';
import { proveContent } from './proveContent';
import { proveStructure } from './proveStructure';
import { randomSource } from './randomSource';
import { wrapKey } from './recipients/wrapKey';
import type { CreationRule } from './rules/model';
import { ruleName } from './rules/ruleName';
import { compileSelector } from './rules/selector';
import { Scratch } from './scratch';
import { emitTree } from './tree/emitTree';
import type { Comment, Format, MapNode, Scalar } from './tree/model';
import { readTree } from './tree/readTree';
import { substitute } from './tree/substitute';
import { type Site, walk } from './tree/walk';
import { encryptValue, importDataKey, ivLength } from './value/cipher';
import { pathData } from './value/envelope';

/** The version of sops whose format is written. */
const emulatedVersion = '3.13.0';
const dataKeyLength = 32;

/**
 * How a file is encrypted.
 *
 * @public
 */
export interface EncryptOptions {
  readonly format: Format;
  /** From `findCreationRule`: what to encrypt, and to whom. */
  readonly rule: CreationRule;
  /** Becomes `lastmodified`, in whole seconds. */
  readonly now: Date;
  /**
   * Source of the data key and the initialization vectors; WebCrypto by default.
   * What age and Shamir's sharing need comes from WebCrypto in any case.
   */
  readonly random?: (length: number) => Uint8Array;
  /**
   * Whether the rule may encrypt what tells Kubernetes what an object is. Only
   * right where the file is decrypted before anybody reads it as an object, as
   * KSOPS does; Flux reads first. Left out: refused.
   */
  readonly wholeFile?: boolean;
}

/**
 * Encrypts documents and proves the result before it returns it. One data key
 * for the file. Whatever held plaintext or a key here is overwritten at the end,
 * also after an error; buffers of the caller are not touched.
 *
 * @internal
 */
export async function seal(
  documents: readonly MapNode[],
  options: EncryptOptions,
): Promise<string> {
  const { format, rule, now } = options;
  if (documents.some(hasMetadata)) throw new AlreadyEncryptedError();
  const selects = compileSelector(rule.selector);
  const sites = documents.flatMap(document => walk(document, selects));
  for (const site of sites) assertSealable(site, rule);

  const random = randomSource(options.random);
  const scratch = new Scratch();
  try {
    const dataKey = scratch.keep(random(dataKeyLength));
    const keyGroups = await wrapKey(dataKey, rule);
    const key = await importDataKey(dataKey);
    const plain = sites.map(site => plaintext(site, scratch));
    const exchange = await encryptSites(plain, key, random);

    const lastModified = now.toISOString().replace(/\.\d+Z$/, 'Z');
    const mac = await computeMac(
      macParts(plain, rule.macOnlyEncrypted, scratch),
      rule.macOnlyEncrypted,
    );
    const metadata: SopsMetadata = {
      keyGroups,
      shamirThreshold:
        rule.shamirThreshold ??
        (keyGroups.length > 1 ? keyGroups.length : undefined),
      lastModified,
      mac: await encryptValue(
        key,
        { type: 'str', bytes: new TextEncoder().encode(mac) },
        lastModified,
        random(ivLength),
      ),
      macOnlyEncrypted: rule.macOnlyEncrypted,
      version: emulatedVersion,
      selector: rule.selector,
    };
    const branch = metadataToTree(metadata);
    const text = emitTree(
      documents.map(document =>
        withMetadata(substitute(document, exchange), branch),
      ),
      format,
      rule.indent,
    );
    const emitted = splitMetadata(readTree(text, format));
    proveStructure(emitted, options);
    await proveContent(emitted, plain, key, scratch);
    return text;
  } finally {
    scratch.wipe();
  }
}

/** Before anything is emitted: bytes must never be written in clear. */
function assertSealable(
  { node, path, selected, within }: Site,
  rule: CreationRule,
) {
  const where = path.join('.');
  if (node.kind === 'scalar' && typeof node.value !== 'string' && !selected) {
    const { option, value } = rule.selector;
    throw new ProofError(
      where,
      `${where} is secret and would be in clear. ${ruleName(rule)} is the first ` +
        `that matches the file, and its ${option} ${value} does not cover ${where}; ` +
        'it probably shadows the rule that was meant. Extend the expression, or ' +
        'reorder the rules. Nothing was published.',
    );
  }
  if (node.kind === 'comment' && selected && within === 'list') {
    throw new InvalidDocumentError(
      'a comment stands in a list that is to be encrypted. It would become an ' +
        'item of the list, and sops before 3.13.3 could not verify the file: ' +
        'move the comment above the key of the list, or remove it',
      where,
    );
  }
}

function plaintext(site: Site, scratch: Scratch): OpenedSite {
  const { node } = site;
  if (node.kind === 'comment') {
    const bytes = new TextEncoder().encode(node.text);
    return { ...site, type: 'comment', bytes: scratch.keep(bytes) };
  }
  const { type, value } = node;
  const bytes =
    typeof value === 'string'
      ? scratch.keep(new TextEncoder().encode(value))
      : value;
  return { ...site, type, bytes };
}

async function encryptSites(
  sites: readonly OpenedSite[],
  key: CryptoKey,
  random: (length: number) => Uint8Array,
): Promise<Map<Scalar | Comment, Scalar | Comment>> {
  const pairs = sites
    .filter(({ selected }) => selected)
    .map(async ({ node, path, type, bytes = new Uint8Array() }) => {
      const text =
        bytes.length === 0
          ? ''
          : await encryptValue(
              key,
              { type, bytes },
              pathData(path),
              random(ivLength),
            );
      const sealed: Scalar | Comment =
        node.kind === 'comment'
          ? { ...node, text }
          : { kind: 'scalar', type: 'str', value: text };
      return [node, sealed] as const;
    });
  return new Map(await Promise.all(pairs));
}

function withMetadata({ entries }: MapNode, branch: MapNode): MapNode {
  return {
    kind: 'map',
    entries: [...entries, { kind: 'entry', key: metadataKey, value: branch }],
  };
}

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
  InspectedDocument,
  InspectedFile,
  InspectedSecret,
  SecretFileData,
} from '@basewell/plugin-databases-common/domain';
import { ValueAge } from './valueAge';

/** What is known of a file besides what is in it. */
export interface FileContext {
  /** Commit at which it was read. */
  readonly commit: string;
  readonly decryptedBy?: 'argocd' | 'flux';
  /** The page of one of its lines for people. */
  readonly pageOf?: (line: number) => string | undefined;
  readonly age: (fingerprints: readonly string[]) => ValueAge;
  readonly problems: SecretFileData['problems'];
}

/**
 * A fact is 2 kB at most: what its lists may take of it, in characters of JSON,
 * with the names. A post-quantum recipient alone has 1,959 characters.
 */
const FOR_NAMES_AND_LISTS = 1_500;
const LONGEST_RECIPIENT = 80;
const LONGEST_URL = 400;

/** The Secrets that a file becomes, in its order. */
export function secretFilesOf(
  file: InspectedFile,
  context: FileContext,
): readonly SecretFileData[] {
  return file.documents.flatMap(document =>
    document.secrets.flatMap(
      secret => describe(file, document, secret, context) ?? [],
    ),
  );
}

function describe(
  { path, sops }: InspectedFile,
  { format, kind, line, lastLine }: InspectedDocument,
  secret: InspectedSecret,
  { commit, decryptedBy, pageOf, age, problems }: FileContext,
): SecretFileData | undefined {
  if (format === 'other') {
    return undefined;
  }
  const isSops = format === 'sops';
  const decryptor = kind === 'SopsSecret' ? 'sops-operator' : decryptedBy;
  // The path is the name of the fact, too.
  const page = pageOf?.(secret.line);
  const url = page && page.length <= LONGEST_URL ? page : undefined;
  const left =
    FOR_NAMES_AND_LISTS -
    2 * path.length -
    secret.name.length -
    (url?.length ?? 0);
  const fingerprints = secret.keys.flatMap(key => key.fingerprint ?? []);
  return {
    path,
    line: secret.line,
    commit,
    ...(url && { url }),
    format,
    ...(isSops && decryptor && { decryptedBy: decryptor }),
    ...(secret.namespace !== undefined && { namespace: secret.namespace }),
    name: secret.name,
    keys: keep(
      secret.keys.map(({ name, length }) => ({
        name,
        ...(length !== undefined && { length }),
      })),
      left * 0.45,
    ),
    recipients: keep(
      [...new Set(isSops ? sops?.groups.flat() : [])].map(shortRecipient),
      left * 0.3,
    ),
    ...(isSops && sops && { hasMac: sops.hasMac }),
    ...(isSops && sops?.lastModified && { lastModified: sops.lastModified }),
    ...age(fingerprints),
    ...(secret.reloads && { reloads: true }),
    problems: keep(
      problems.filter(
        problem => problem.line <= 1 || isBetween(problem.line, line, lastLine),
      ),
      left * 0.25,
    ),
  };
}

function isBetween(line: number, first: number, last: number): boolean {
  return first <= line && line <= last;
}

function shortRecipient(recipient: string): string {
  return recipient.length > LONGEST_RECIPIENT
    ? `${recipient.slice(0, LONGEST_RECIPIENT - 1)}…`
    : recipient;
}

/** The first items that fit. */
function keep<Item>(
  items: readonly Item[],
  characters: number,
): readonly Item[] {
  let left = characters;
  const end = items.findIndex(item => {
    left -= JSON.stringify(item).length + 1;
    return left < 0;
  });
  return end < 0 ? items : items.slice(0, end);
}

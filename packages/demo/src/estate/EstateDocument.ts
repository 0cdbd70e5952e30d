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

import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { KubeObject } from '../kubernetes/KubeObject';
import { milliseconds } from './milliseconds';

/**
 * One document of a file of the estate: a Kubernetes object, or what it has
 * differently for a while. Times in it are expressions (`renderInstant`). Two
 * annotations are for the demo only:
 *
 * ```yaml
 * metadata:
 *   annotations:
 *     # Only from the 6th to the 8th minute of every ten; documents of one
 *     # object are merged in their order.
 *     demo.basewell.dev/during: 6m..8m of 10m
 *     # Fourteen of them, each a day older than the one before.
 *     demo.basewell.dev/repeat: 14 x 24h
 * ```
 *
 * @internal
 */
export interface EstateDocument {
  readonly object: KubeObject;
  /** All in ms. */
  readonly during?: {
    readonly from: number;
    readonly until: number;
    readonly cycle: number;
  };
  readonly repeat?: { readonly times: number; readonly every: number };
}

const DURING = 'demo.basewell.dev/during';
const REPEAT = 'demo.basewell.dev/repeat';
const DURATION = String.raw`(\d+[smhd])`;

/**
 * @param file - for what is said about a mistake
 * @throws InputError when it is no YAML of Kubernetes objects
 * @internal
 */
export function parseEstateFile(
  file: string,
  text: string,
): readonly EstateDocument[] {
  return parseAllDocuments(text).flatMap((document, index) => {
    const where = `${file}, document ${index + 1}`;
    if (document.errors.length) {
      throw new InputError(`${where}: ${document.errors[0].message}`);
    }
    const object = document.toJS();
    if (!object) {
      return [];
    }
    if (!object.apiVersion || !object.kind || !object.metadata?.name) {
      throw new InputError(
        `${where} is no Kubernetes object: give it apiVersion, kind and metadata.name`,
      );
    }
    return [readDocument(where, object)];
  });
}

function readDocument(where: string, object: KubeObject): EstateDocument {
  const {
    [DURING]: during,
    [REPEAT]: repeat,
    ...annotations
  } = object.metadata.annotations ?? {};
  const { annotations: _, ...metadata } = object.metadata;
  return {
    object: {
      ...object,
      metadata: {
        ...metadata,
        ...(Object.keys(annotations).length && { annotations }),
      },
    },
    during: during === undefined ? undefined : parseDuring(where, during),
    repeat: repeat === undefined ? undefined : parseRepeat(where, repeat),
  };
}

function parseDuring(where: string, text: string) {
  const match = new RegExp(
    `^${DURATION}\\.\\.${DURATION} of ${DURATION}$`,
  ).exec(text);
  if (!match) {
    throw new InputError(
      `${where}: ${DURING} is ${text}; write it like 6m..8m of 10m`,
    );
  }
  const [from, until, cycle] = match.slice(1).map(milliseconds);
  return { from, until, cycle };
}

function parseRepeat(where: string, text: string) {
  const match = new RegExp(`^(\\d+) x ${DURATION}$`).exec(text);
  if (!match) {
    throw new InputError(
      `${where}: ${REPEAT} is ${text}; write it like 14 x 24h`,
    );
  }
  return { times: Number(match[1]), every: milliseconds(match[2]) };
}

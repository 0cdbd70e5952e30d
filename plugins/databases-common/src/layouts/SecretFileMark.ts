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

import { SecretShapeId } from '../model';

/**
 * What a house adds to the name of a Secret when it names the file:
 * `shop.sops.yaml`, `shop-secret.yaml`, `sealed-shop.yaml`.
 */
export interface SecretFileMark {
  /** Such as `sealed-`; mostly empty. */
  readonly before: string;
  /** With the ending: `.sops.yaml`. */
  readonly after: string;
  /**
   * Whether the file shows that it is a mark. `-secret` and `secret-` are often
   * part of the Secret's own name.
   */
  readonly certain: boolean;
  /** Whether no creation rule has to cover it, because no file of SOPS has it. */
  readonly sealed: boolean;
}

const between = /^.+?(\.(?:sops|enc|encrypted|secret|sealed)\.ya?ml)$/;
const behind = /^.+?(-(?:sealed-?secret|sealed|secret)\.ya?ml)$/;
const inFront = /^((?:sealed-?secret|sealed|secret)[-.]).+?(\.ya?ml)$/;

/** Files beside Secrets that are called after them, such as `secret-generator.yaml`. */
const noSecret = /generator|^kustomization\./;

/** The mark in the name of a file, as far as the name alone shows it. */
export function readFileMark(name: string): SecretFileMark | undefined {
  if (noSecret.test(name)) {
    return undefined;
  }
  const dotted = between.exec(name);
  if (dotted) {
    const [, after] = dotted;
    const sealed = after.includes('sealed');
    return { before: '', after, certain: true, sealed };
  }
  const [, after] = behind.exec(name) ?? [];
  if (after) {
    return { before: '', after, certain: false, sealed: false };
  }
  const [, before, ending] = inFront.exec(name) ?? [];
  return before
    ? { before, after: ending, certain: false, sealed: false }
    : undefined;
}

/**
 * What the Secret in a file says about the mark of its name.
 *
 * @param document - a Secret, or what one is made from
 * @returns left out: the Secret itself is called so, or there is none
 */
export function confirmFileMark(
  mark: SecretFileMark,
  name: string,
  document: { readonly kind?: unknown; readonly metadata?: unknown },
): SecretFileMark | undefined {
  const { before, after } = mark;
  const { name: own } = (document.metadata ?? {}) as {
    readonly name?: unknown;
  };
  const ending = /\.ya?ml$/.exec(name)![0];
  const holdsSecret = /^(Secret|SopsSecret|SealedSecret|ENC\[.*)$/.test(
    String(document.kind),
  );
  if (!holdsSecret || name === `${own}${ending}`) {
    return undefined;
  }
  const sealed = document.kind === 'SealedSecret';
  const saysSealed = sealed && `${before}${after}`.includes('sealed');
  const certain =
    mark.certain || saysSealed || name === `${before}${own}${after}`;
  return { before, after, certain, sealed };
}

/** Whether files in a shape may have a mark: rules and people go by what it says. */
export function fitsShape(
  { after, sealed }: SecretFileMark,
  shape: SecretShapeId,
): boolean {
  return shape === 'sealedSecret'
    ? !/\.(sops|enc|encrypted)\./.test(after)
    : !sealed;
}

/** The name of a file with a mark; a part that it has already is not repeated. */
export function addFileMark(
  name: string,
  { before, after }: Pick<SecretFileMark, 'before' | 'after'>,
): string {
  const start = name.startsWith(before) ? '' : before;
  return name.endsWith(after)
    ? `${start}${name}`
    : `${start}${name.replace(/\.ya?ml$/, after)}`;
}

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
import {
  ConnectionUriDraft,
  SecretValueDraft,
} from '@basewell/plugin-databases-common';
import { randomSecret, RandomSource } from './randomSecret';

/**
 * The plaintext of one sealing: it makes each value once, hands out bytes and
 * forgets them all when told. Values never become strings here, because strings
 * cannot be overwritten.
 */
export class SecretMaterial {
  readonly #generated = new Map<string, Uint8Array>();
  readonly #handedOut: Uint8Array[] = [];
  readonly #random: RandomSource;
  readonly #provided: { readonly [name: string]: string };

  constructor(options: {
    readonly random: RandomSource;
    /** Task secrets by name. */
    readonly provided: { readonly [name: string]: string };
  }) {
    this.#random = options.random;
    this.#provided = options.provided;
  }

  /** @throws InputError when a value that a person must give is missing. */
  bytesOf(draft: SecretValueDraft): Uint8Array {
    switch (draft.from) {
      case 'literal':
        return encode(draft.value);
      case 'generated':
        return this.#keep(this.#generate(draft.id, draft.length).slice());
      case 'connectionUri':
        return this.#keep(this.#connectionUri(draft));
      case 'provided':
        return this.#keep(this.#providedBytes(draft.name));
      default:
        throw new Error(`Unknown secret value: ${(draft as any).from}`);
    }
  }

  /** Overwrites everything that was made. */
  forget(): void {
    for (const bytes of [...this.#generated.values(), ...this.#handedOut]) {
      bytes.fill(0);
    }
    this.#generated.clear();
    this.#handedOut.length = 0;
  }

  #keep(bytes: Uint8Array): Uint8Array {
    this.#handedOut.push(bytes);
    return bytes;
  }

  #generate(id: string, length: number): Uint8Array {
    const known = this.#generated.get(id);
    if (known) {
      return known;
    }
    const bytes = randomSecret(length, this.#random);
    this.#generated.set(id, bytes);
    return bytes;
  }

  #connectionUri(draft: ConnectionUriDraft): Uint8Array {
    const query = new URLSearchParams(draft.parameters).toString();
    const user = encodeURIComponent(draft.user);
    const database = encodeURIComponent(draft.database);
    return concatenate([
      encode(`${draft.scheme}://${user}:`),
      percentEncode(
        this.#generate(draft.password.id, draft.password.length),
        bytes => this.#keep(bytes),
      ),
      encode(`@${draft.host}:${draft.port}/${database}`),
      encode(query && `?${query}`),
    ]);
  }

  #providedBytes(name: string): Uint8Array {
    const value = this.#provided[name];
    if (!value) {
      throw new InputError(
        `The secret "${name}" is missing; give it in the form, or as a task secret of that name`,
      );
    }
    return encode(value);
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

/** RFC 3986 unreserved characters stay, every other byte becomes `%XX`. */
function percentEncode(
  bytes: Uint8Array,
  keep: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const encoded = keep(new Uint8Array(bytes.length * 3));
  let length = 0;
  for (const byte of bytes) {
    if (/[A-Za-z0-9._~-]/.test(String.fromCharCode(byte))) {
      encoded[length++] = byte;
    } else {
      const hex = byte.toString(16).toUpperCase().padStart(2, '0');
      encoded.set([0x25, hex.charCodeAt(0), hex.charCodeAt(1)], length);
      length += 3;
    }
  }
  return encoded.subarray(0, length);
}

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

/*
 * The packets that git talks in:
 *
 *   LLLL text       LLLL: length in four hex digits, itself included
 *   0000            ends a message
 *   0001            ends a section
 *
 * https://git-scm.com/docs/gitprotocol-common#_pkt_line_format
 */

/** @internal */
export const FLUSH = '0000';
/** @internal */
export const DELIMITER = '0001';

const HEAD = 4;

/** @internal */
export function encodePacket(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = (bytes.length + HEAD).toString(16).padStart(HEAD, '0');
  return Buffer.concat([Buffer.from(length), bytes]);
}

/** Contents of the packets; what ends messages and sections is left out. @internal */
export function decodePackets(bytes: Buffer): readonly Buffer[] {
  const packets: Buffer[] = [];
  for (let at = 0; at + HEAD <= bytes.length;) {
    const length = parseInt(bytes.toString('latin1', at, at + HEAD), 16);
    if (Number.isNaN(length)) {
      break;
    }
    if (length > HEAD) {
      packets.push(bytes.subarray(at + HEAD, at + length));
    }
    at += Math.max(length, HEAD);
  }
  return packets;
}

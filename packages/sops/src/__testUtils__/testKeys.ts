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

/**
 * Key pairs made for these tests. They protect nothing.
 */
export const testKeys = {
  alice: {
    identity:
      'AGE-SECRET-KEY-1J79R5UMVT7WAEQPRJN7L85UD845KVJ5HEFM9JXVP0463UCGGTNQQ4NNL5X',
    recipient: 'age10a6hnmuyyjgyxfytjhty7g8qhn8qclde082muz0v40uvjamjggvs6um43p',
  },
  bob: {
    identity:
      'AGE-SECRET-KEY-1N8SDDUQAQ6KKC0MC3L47L2RPG7RU8EZGETFWLGAPDVDUST3SWUKS8RVJMK',
    recipient: 'age1278xem30puvrqfzmy0ev9kpje2pgcrfjvmky6nrsc432jedylq2q0azqjw',
  },
  carol: {
    identity:
      'AGE-SECRET-KEY-1LW4HDY546SSMMYSLYN3HNAHMT3FGQ0MTMEAWKDWLFDP22WNQCSFQCLQW55',
    recipient: 'age1tdw9xf9kp2qzcgf4zwmlsuxrsr0mz3d4ancmy46fzkx3pcdnve2s64yqdj',
  },
} as const;

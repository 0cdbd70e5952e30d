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

import { violation } from '../../messages';
import { PolicyRule } from '../../model';

/**
 * The image does not change unless git does: its tag has the minor version, or
 * a digest follows the tag. CloudNativePG refuses a digest alone, which does not
 * tell it the version.
 *
 * @public
 */
export const pinnedImage: PolicyRule = {
  id: 'pinned-image',
  title: 'Images are pinned',
  severity: 'error',
  stages: ['change'],
  waivable: true,
  examples: {
    good: { reason: 'a digest', subject: standard => standard },
    bad: {
      reason: 'only the major version',
      subject: standard => ({
        ...standard,
        plan: {
          ...standard.plan,
          databases: standard.plan.databases.map(database => ({
            ...database,
            image: 'ghcr.io/cloudnative-pg/postgresql:17',
          })),
        },
      }),
    },
  },
  check: ({ plan }) =>
    plan.databases
      .filter(
        ({ image, sharedCluster, inChart }) =>
          !sharedCluster && !inChart && !isPinned(image),
      )
      .map(({ image, names }) =>
        violation('pinnedImage.floating', {
          image,
          object: `Cluster ${names.cluster}`,
        }),
      ),
};

function isPinned(image: string): boolean {
  return (
    /:\d[\w.-]*@sha256:[0-9a-f]{64}$/.test(image) ||
    /:\d+\.\d+[^/@]*$/.test(image)
  );
}

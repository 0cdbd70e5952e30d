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

import { Text } from '@backstage/ui';
import { RequestOrder } from '@basewell/plugin-databases-common';
import { useSentences, useWords } from '../words';
import { RequestSteps } from './RequestSteps';

/** Whose turn it is, and what a request has behind it and before it. */
export function RequestProgress(props: { readonly order: RequestOrder }) {
  const { order } = props;
  const { turn, steps } = order;
  const t = useWords();
  const { summary } = useSentences()(order);
  return (
    <>
      <Text as="p">
        {turn && `${t(`request.who.${turn}`)}. `}
        {summary}
      </Text>
      <RequestSteps steps={steps} />
    </>
  );
}

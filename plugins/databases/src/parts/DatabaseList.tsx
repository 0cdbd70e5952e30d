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

import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
} from '@backstage/ui';
import { DatabaseDetail } from '@basewell/plugin-databases-common';
import { databaseRouteRef } from '../routes';
import { DatabaseDetails } from './DatabaseDetails';
import { DatabaseHeading } from './DatabaseHeading';
import styles from './DatabaseList.module.css';
import { StaleScope } from './StaleScope';
import { useOpenDatabases } from './useOpenDatabases';

/** Databases one below the other, in the order of the answer; each opens to everything about it. */
export function DatabaseList(props: {
  readonly items: readonly DatabaseDetail[];
}) {
  const { items } = props;
  const databasePage = useRouteRef(databaseRouteRef);
  const [open, setOpen] = useOpenDatabases(items);
  return (
    <AccordionGroup
      allowsMultiple
      expandedKeys={open}
      onExpandedChange={setOpen}
    >
      {items.map(item => {
        const { id } = item.database;
        return (
          <StaleScope key={id} staleSince={item.staleSince}>
            <Accordion id={id} className={styles.item}>
              <AccordionTrigger id={id} level={3}>
                <DatabaseHeading item={item} />
              </AccordionTrigger>
              <AccordionPanel>
                {open.has(id) && (
                  <DatabaseDetails
                    item={item}
                    pageUrl={databasePage?.({ id })}
                  />
                )}
              </AccordionPanel>
            </Accordion>
          </StaleScope>
        );
      })}
    </AccordionGroup>
  );
}

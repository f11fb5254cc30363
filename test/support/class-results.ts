import { readJournal } from '../../base/journal/read';
import { isClassRecord, type ResultRecord } from '../../nodes/class/records';

/** All results in a class's file. */
export async function resultsIn(file: string): Promise<ResultRecord[]> {
  const results: ResultRecord[] = [];
  for await (const { records } of readJournal(file)) {
    for (const record of records) if (isClassRecord(record) && record.kind === 'result') results.push(record);
  }
  return results;
}

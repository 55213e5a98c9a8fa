/** What a workbook holds as another program reads it: to prove a file that was written here. */
import readExcelFile from 'read-excel-file/node';

/** The rows of the first sheet, cells as values. */
export async function readWorkbook(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  const [sheet] = await readExcelFile(bytes);
  return sheet?.data ?? [];
}

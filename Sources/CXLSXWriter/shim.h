// libxlsxwriter, and two things that it leaves to its callers: errors of temporary files, and errno.
// SPDX-License-Identifier: GPL-3.0-or-later

#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#include <errno.h>
#include <stdio.h>
#include <xlsxwriter.h>

/// Whether the rows written so far are safe: 0, or the error number.
///
/// In constant memory rows go to a temporary file, and the library never asks whether that worked:
/// a full disk would give a workbook in which rows are missing, and no error.
static inline int cxlsx_check_rows(lxw_worksheet *sheet) {
  FILE *rows = sheet->optimize_tmpfile;
  if (rows == NULL) return 0;
  errno = 0;
  const int flushed = fflush(rows);
  if (flushed == 0 && !ferror(rows)) return 0;
  return errno != 0 ? errno : EIO;
}

/// Writes the workbook and frees it, whatever happens: 0, or the error number.
static inline int cxlsx_close(lxw_workbook *workbook) {
  errno = 0;
  const lxw_error error = workbook_close(workbook);
  if (error == LXW_NO_ERROR) return 0;
  if (error == LXW_ERROR_MEMORY_MALLOC_FAILED) return ENOMEM;
  return errno != 0 ? errno : EIO;
}

#endif

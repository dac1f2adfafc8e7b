// SPDX-License-Identifier: GPL-3.0-or-later

#ifndef WORKFORCE_CZLIB_SHIM_H
#define WORKFORCE_CZLIB_SHIM_H

#include <zlib.h>

#endif

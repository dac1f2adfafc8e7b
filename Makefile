# workforce: what people and CI call. `make help` lists the targets.
# SPDX-License-Identifier: GPL-3.0-or-later

SWIFT ?= swift
PREFIX ?= /usr/local
BINARY := .build/release/workforce
STRICT := WORKFORCE_STRICT=1
# On Linux the command holds the Swift libraries, so it starts sooner and runs where there is no Swift.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
SOURCES := Package.swift Sources Tests

.DEFAULT_GOAL := help
.PHONY: help demo build test check lint format strict bench install uninstall clean system-packages

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-16s %s\n", $$1, $$2 }'

system-packages: ## install the system packages that are missing
	@Scripts/install-system-packages

build: system-packages ## build the release binary
	$(SWIFT) build -c release $(STATIC) --product workforce

demo: build ## run the Lüliang baseline: 200 replications of 2021–2040
	$(BINARY) run scenarios/luliang --format csv,xlsx

test: system-packages ## run every test
	$(SWIFT) test --disable-xctest

lint: ## check the form of the sources
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

format: ## bring the sources into form
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

strict: system-packages ## build with warnings as errors
	$(STRICT) $(SWIFT) build --build-tests

check: lint strict ## what CI runs
	$(STRICT) $(MAKE) test
	$(MAKE) build
	Scripts/check-schema $(BINARY)
	Scripts/check-scenarios $(BINARY)
	Scripts/check-teacherbench $(BINARY)

bench: build ## measure the speed of Lüliang, of a million teachers and of TeacherBench
	Scripts/measure-speed $(BINARY)
	Scripts/measure-teacherbench $(BINARY)
	Scripts/measure-threads $(BINARY)
	Scripts/measure-pay $(BINARY)

install: build ## install the command under PREFIX (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/workforce
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/workforce
	cp -R parameters scenarios $(DESTDIR)$(PREFIX)/share/workforce/

uninstall: ## remove what `make install` installed
	rm -f $(DESTDIR)$(PREFIX)/bin/workforce
	rm -rf $(DESTDIR)$(PREFIX)/share/workforce

clean: ## remove build products; results and the store of runs stay
	rm -rf .build

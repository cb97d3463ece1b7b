// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Shows one page at a time.    function open(page: string, model: QtObject): the page's file below Veikart/Pages, made
// anew unless it is there already    function clear(): shows none
import QtQuick
import QtQuick.Layouts

Loader {
    id: root

    property string current

    function open(page: string, model: QtObject): void {
        if (page === current)
            return;
        current = page;
        setSource(Qt.resolvedUrl("../%1".arg(page)), { model: model });
    }

    function clear(): void {
        current = "";
        source = "";
    }

    Layout.fillWidth: true
    Layout.fillHeight: true
    focus: true
}

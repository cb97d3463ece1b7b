// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A Flickable that keeps the item with the keyboard's focus in view, also when an on-screen keyboard takes room.
//   contentWidth, contentHeight as in Flickable    tellsMore: bool (says in words that there is more below)
//   function reveal(item)
import QtQuick
import QtQuick.Templates as T
import Veikart.Theme

Flickable {
    id: root

    property bool tellsMore: false
    readonly property Item focusItem: Window.activeFocusItem

    function holds(item: Item): bool {
        for (let parent = item; parent; parent = parent.parent) {
            if (parent === contentItem)
                return true;
        }
        return false;
    }

    function reveal(item: Item): void {
        // Before the page has its place, everything would seem to be out of view.
        if (!item || height <= 0 || !holds(item))
            return;
        const at = item.mapToItem(contentItem, 0, 0);
        contentY = within(contentY, at.y, item.height, height, contentHeight);
        contentX = within(contentX, at.x, item.width, width, contentWidth);
    }

    // The scroll position nearest to `now` that shows start … start + length with a margin, its start before its end.
    function within(now: real, start: real, length: real, view: real, total: real): real {
        const low = start + length + Theme.spaceXl - view;
        const high = start - Theme.spaceXl;
        return Math.max(0, Math.min(Math.max(now, low), high, total - view));
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true

    onFocusItemChanged: root.reveal(root.focusItem)
    onHeightChanged: root.reveal(root.focusItem)

    T.ScrollBar.vertical: AppScrollBar {}

    MoreBelow {
        area: root
        isWanted: root.tellsMore
        parent: root
    }
}

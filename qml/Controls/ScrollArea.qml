// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A Flickable that keeps the item with the keyboard's focus in view, also when an on-screen keyboard takes room; of a
// text too long for it, the line that is being written, and under it what is wrong with the text.
//   contentWidth, contentHeight as in Flickable    tellsMore: bool (says in words that there is more below)
//   sideRoom: real (what is free beside the content, for saying so)
//   function reveal(item): it stays in view while the page is laid out, until the page is moved    function toTop()
import QtQuick
import QtQuick.Templates as T
import Veikart.Theme

Flickable {
    id: root

    property bool tellsMore: false
    property real sideRoom: 0
    readonly property Item focusItem: Window.activeFocusItem
    // What is kept in view while the content changes.
    property Item kept: null
    readonly property real keptEnd: kept ? endOf(kept) : 0
    property real roomBefore: 0
    // The long text that was written in last, and how much of its end is out of view.
    property TextBlockField block: null
    readonly property real blockEnd: block ? endOf(block) : 0
    readonly property real hidden: block ? blockEnd + Theme.spaceS - contentY - height : 0

    function holds(item: Item): bool {
        for (let parent = item; parent; parent = parent.parent) {
            if (parent === contentItem)
                return true;
        }
        return false;
    }

    function blockOf(item: Item): TextBlockField {
        for (let step = item; step && step !== contentItem; step = step.parent) {
            if (step instanceof TextBlockField)
                return step as TextBlockField;
        }
        return null;
    }

    // Where the item ends in the content. A binding on it follows every step of the layout.
    function endOf(item: Item): real {
        let end = item.height;
        for (let step = item; step && step !== contentItem; step = step.parent)
            end += step.y;
        return end;
    }

    // A text that fits is shown as a whole.
    function partOf(item: Item): rect {
        const text = item as TextBlockField;
        if (text && text.height + Theme.spaceXl + Theme.spaceXl > height)
            return text.writtenLine();
        return Qt.rect(0, 0, item.width, item.height);
    }

    function place(item: Item): void {
        // Before the page has its place, everything would seem to be out of view.
        if (!item || height <= 0 || !holds(item))
            return;
        const at = item.mapToItem(contentItem, partOf(item));
        contentY = within(contentY, at.y, at.height, height, contentHeight);
        contentX = within(contentX, at.x, at.width, width, contentWidth);
    }

    function placeFocus(): void {
        const text = blockOf(focusItem);
        place(text ? text : focusItem);
    }

    function takeFocusItem(): void {
        const text = blockOf(focusItem);
        if (text)
            block = text;
        kept = null;
        placeFocus();
    }

    // Less room, as when an on-screen keyboard comes up. A page that gets its place opens at its top, and one that is
    // only turned stays where it is.
    function takeHeight(): void {
        if (height < roomBefore && (focusItem instanceof TextInput || focusItem instanceof TextEdit))
            placeFocus();
        roomBefore = height;
    }

    function reveal(item: Item): void {
        if (height <= 0)
            return;
        kept = item;
        place(item);
    }

    function toTop(): void {
        kept = null;
        contentY = 0;
    }

    // The scroll position nearest to `now` that shows start … start + length with a margin, its start before its end.
    function within(now: real, start: real, length: real, view: real, total: real): real {
        const low = start + length + Theme.spaceXl - view;
        const high = start - Theme.spaceXl;
        return Math.max(0, Math.min(Math.max(now, low), high, total - view));
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true

    onFocusItemChanged: root.takeFocusItem()
    onHeightChanged: root.takeHeight()
    onContentHeightChanged: root.place(root.kept)
    onKeptEndChanged: root.place(root.kept)
    onMovementStarted: root.kept = null

    Connections {
        target: root.block

        function onCursorMoved(): void {
            root.reveal(root.block);
        }
    }
    Binding {
        target: root.block
        property: "hiddenBelow"
        value: root.hidden
    }

    T.ScrollBar.vertical: AppScrollBar {}

    MoreBelow {
        area: root
        isWanted: root.tellsMore && root.kept === null
        sideRoom: root.sideRoom
        parent: root
    }
}

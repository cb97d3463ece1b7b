// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Veikart.Theme
import Veikart.Controls

// A page says that there is more below its edge, and opens at its top.
Item {
    id: root

    property bool isOpen: true

    width: Theme.columnWidth
    height: Theme.fieldWidth

    PageScroll {
        id: page

        width: parent.width
        height: root.isOpen ? parent.height : 0
        tellsMore: true

        HeadingText {
            text: "Konklusjon"
        }
        TextLineField {
            id: firstField

            label: "Dette har jeg med meg"
        }
        TextBlockField {
            id: longField

            label: "Dette er vanskelig nå"
            minimumLines: 6
        }
        BodyText {
            text: "Etter det lange feltet"
        }
    }

    Item {
        id: elsewhere
    }

    TestCase {
        name: "Scroll"
        when: windowShown

        function init(): void {
            root.isOpen = true;
            elsewhere.forceActiveFocus();
            longField.text = "";
            longField.error = "";
            tryVerify(() => longField.height < page.height);
            page.toTop();
        }

        function writeLines(count: int): void {
            for (let i = 0; i < count; ++i) {
                keyClick("a");
                keyClick(Qt.Key_Return);
            }
        }

        // The first text below `item` that says what is looked for.
        function saying(item: Item, words: string): Item {
            if (item instanceof Text && item.text === words)
                return item;
            for (let i = 0; i < item.children.length; ++i) {
                const found = saying(item.children[i], words);
                if (found)
                    return found;
            }
            return null;
        }

        function isInView(item: Item, part: rect): bool {
            const at = item.mapToItem(page, part);
            return at.y >= 0 && at.y + at.height <= page.height;
        }

        function isLineInView(): bool {
            return isInView(longField, longField.writtenLine());
        }

        function isErrorInView(): bool {
            const words = saying(longField, longField.error);
            return isInView(words, Qt.rect(0, 0, words.width, words.height));
        }

        function moreBelow(): MoreBelow {
            for (let i = 0; i < page.children.length; ++i) {
                if (page.children[i] instanceof MoreBelow)
                    return page.children[i];
            }
            return null;
        }

        function test_what_lies_below_the_edge_is_said_until_it_is_seen(): void {
            verify(moreBelow().visible);
            while (moreBelow().visible) {
                const before = page.contentY;
                mouseClick(moreBelow());
                verify(page.contentY > before);
            }
            verify(page.atYEnd);
        }

        function test_the_line_that_is_written_stays_in_view(): void {
            longField.forceActiveFocus(Qt.TabFocusReason);
            writeLines(20);
            tryVerify(() => longField.height > page.height);
            tryVerify(() => isLineInView());
            for (let i = 0; i < 15; ++i)
                keyClick(Qt.Key_Up);
            verify(isLineInView());
        }

        function test_what_is_wrong_is_said_under_the_line_that_is_written(): void {
            longField.forceActiveFocus(Qt.TabFocusReason);
            writeLines(20);
            longField.error = "Teksten er for lang. Skriv litt kortere.";
            for (let i = 0; i < 12; ++i) {
                tryVerify(() => isLineInView() && isErrorInView());
                keyClick(Qt.Key_Up);
            }
            elsewhere.forceActiveFocus();
            verify(isErrorInView());
        }

        function test_the_line_stays_in_view_above_an_on_screen_keyboard(): void {
            longField.forceActiveFocus(Qt.TabFocusReason);
            writeLines(20);
            tryVerify(() => isLineInView());
            root.height = Theme.fieldWidth / 2;
            verify(isLineInView());
            root.height = Theme.fieldWidth;
        }

        function test_a_page_moved_by_hand_stays_when_its_content_grows(): void {
            longField.forceActiveFocus(Qt.TabFocusReason);
            writeLines(20);
            tryVerify(() => isLineInView());
            mouseWheel(page, page.width / 2, page.height / 2, 0, 1200);
            tryCompare(page, "moving", false);
            const before = page.contentY;
            const height = page.contentHeight;
            firstField.error = "Skriv noe her.";
            tryVerify(() => page.contentHeight > height);
            compare(page.contentY, before);
            firstField.error = "";
        }

        function test_it_is_said_beside_the_column_or_along_the_edge_and_covers_no_word(): void {
            compare(moreBelow().width, page.width);
            page.maximumWidth = Theme.fieldWidth;
            verify(moreBelow().width < page.sideRoom);
            page.maximumWidth = Theme.columnWidth;
        }

        function test_a_page_that_says_nothing_says_nothing(): void {
            page.tellsMore = false;
            verify(!moreBelow().visible);
            page.tellsMore = true;
        }

        function test_a_page_that_gets_its_place_after_its_focus_opens_at_its_top(): void {
            root.isOpen = false;
            button.forceActiveFocus();
            firstField.forceActiveFocus();
            compare(page.contentY, 0);
            root.isOpen = true;
            compare(page.contentY, 0);
        }
    }
    AppButton {
        id: button

        visible: !root.isOpen
        text: "Tilbake"
    }
}

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
            label: "Dette er vanskelig nå"
            minimumLines: 6
        }
    }

    TestCase {
        name: "Scroll"
        when: windowShown

        function init(): void {
            root.isOpen = true;
            page.contentY = 0;
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

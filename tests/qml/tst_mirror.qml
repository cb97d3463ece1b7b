// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtTest
import Veikart.Theme
import Veikart.Controls

// In a right-to-left language everything that has a side changes it.
Item {
    id: root

    width: Theme.wideColumnWidth
    height: Theme.columnWidth
    LayoutMirroring.enabled: true
    LayoutMirroring.childrenInherit: true

    AppFrame {
        id: frame

        anchors.fill: parent
        title: "Veikart"
        entries: SideBarItem {
            id: place

            text: "Brukere"
        }

        ColumnLayout {
            ChoiceButton {
                id: choice

                text: "God"
            }
            BottomBar {
                leading: AppButton {
                    id: back

                    kind: AppButton.Secondary
                    text: "Tilbake"
                }
                trailing: AppButton {
                    id: next

                    text: "Neste"
                }
            }
        }
    }

    TestCase {
        name: "Mirror"
        when: windowShown

        function leftEdge(item: Item): real {
            return item.mapToItem(root, 0, 0).x;
        }

        function test_the_side_bar_stands_to_the_right() {
            verify(!frame.compact);
            verify(leftEdge(place) > root.width / 2);
        }

        function test_the_main_action_stands_to_the_leftEdge() {
            verify(leftEdge(next) < leftEdge(back));
        }

        function test_the_mark_of_an_answer_stands_at_its_start() {
            const mark = choice.contentItem.children[0];
            verify(leftEdge(mark) > leftEdge(choice) + choice.width / 2);
        }
    }
}

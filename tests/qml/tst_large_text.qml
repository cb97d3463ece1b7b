// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtTest
import Veikart.Theme
import Veikart.Controls

// At 200 % nothing is cut off on the narrowest tablet, and every measure has followed.
Item {
    id: root

    width: 800
    height: 1280

    PageScroll {
        id: scroll

        anchors.top: parent.top
        anchors.bottom: bar.top
        width: parent.width

        PageHeading {
            text: "Amina Hassan"
            subtitle: "34 år · snakker somali, tolk til viktige ting"

            AppButton {
                kind: AppButton.Quiet
                text: "Mer"
            }
            AppButton {
                kind: AppButton.Secondary
                text: "Logg kontakt"
            }
            AppButton {
                text: "Ny samtale"
            }
        }
        PageHeading {
            text: "Mine brukere"

            TextLineField {
                placeholder: "Søk etter navn"
            }
            AppButton {
                text: "Ny bruker"
            }
        }
        RowLayout {
            ChoiceButton {
                text: "Jeg vil gjerne ha alle svarene mine på papir"
            }
            ChoiceButton {
                text: "Ikke nå"
            }
        }
        ChipFlow {
            label: "Hvor lenge"

            ChipButton {
                text: "Være med til legen og hjem igjen"
            }
            ChipButton {
                text: "Møtte ikke"
            }
        }
        CheckRow {
            text: "Ringe fastlegen om søvn og be om en ny time"
            detail: "Kari · fristen var fredag"
        }
        ListCard {
            PersonRow {
                name: "Liv Berg"
                initials: "LB"
                detail: "KIS er fra november i fjor. Tid for en mini-KIS?"
                trailing: "12 måneder"
            }
        }
        Notice {
            title: "Oppfølging er ikke avtalt"
            text: "Kartleggingen ble bekreftet uten at noen oppgave har frist."
            actionText: "Spør Kari"
        }
        PinPad {
            Layout.alignment: Qt.AlignHCenter
        }
        TextLineField {
            id: lastField

            label: "Telefon"
        }
    }
    BottomBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        text: "Uten nett. Lagres trygt på nettbrettet og sendes senere."
        trailing: [
            AppButton {
                kind: AppButton.Secondary
                text: "Livsområder og metoder"
            },
            AppButton {
                text: "Lagre"
            }
        ]
    }

    TestCase {
        name: "LargeText"
        when: windowShown

        function init() {
            Theme.textScale = 2;
            waitForRendering(root);
        }

        function cleanup() {
            Theme.textScale = 1;
        }

        function isWhole(text: Text): bool {
            const left = text.mapToItem(root, 0, 0).x;
            return !text.truncated && text.contentWidth <= text.width + 1 && text.contentHeight <= text.height + 1
                && left >= 0 && left + text.contentWidth <= root.width;
        }

        // The first shown text that is cut, elided or outside the page; "" when all are whole.
        function cutText(item: Item): string {
            if (item instanceof Text && item.text.length > 0 && !isWhole(item))
                return item.text;
            for (let i = 0; i < item.children.length; ++i) {
                const cut = item.children[i].visible ? cutText(item.children[i]) : "";
                if (cut.length > 0)
                    return cut;
            }
            return "";
        }

        function test_nothing_is_cut_off() {
            tryVerify(() => cutText(root) === "", 2000, cutText(root));
        }

        function test_nothing_is_cut_off_when_the_tablet_is_turned_upright() {
            root.width = 1280;
            waitForRendering(root);
            root.width = 800;
            tryVerify(() => cutText(root) === "", 2000, cutText(root));
        }

        function test_measures_follow_the_text() {
            compare(Theme.bodySize, 40);
            compare(Theme.target, 96);
            Theme.textScale = 1;
            compare(Theme.bodySize, 20);
            compare(Theme.clientBodySize, 22);
            compare(Theme.target, 48);
            compare(Theme.clientTarget, 56);
            compare(Theme.focusRing, 3);
        }

        function test_a_focused_field_is_scrolled_into_view() {
            compare(scroll.contentY, 0);
            lastField.forceActiveFocus(Qt.TabFocusReason);
            const top = lastField.mapToItem(scroll, 0, 0).y;
            verify(top >= 0);
            verify(top + lastField.height <= scroll.height);
        }
    }
}

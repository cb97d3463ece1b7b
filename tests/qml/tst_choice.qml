// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtTest
import Veikart.Theme
import Veikart.Controls

// The page holds the answer; the answers only ask and show.
Item {
    id: root

    property string answer

    width: Theme.columnWidth
    height: Theme.columnWidth

    ColumnLayout {
        width: parent.width

        Repeater {
            id: answers

            model: ["God", "Dårlig", "Vet ikke"]

            ChoiceButton {
                required property string modelData

                text: modelData
                selected: root.answer === modelData

                onChosen: root.answer = modelData
            }
        }
    }

    TestCase {
        name: "Choice"
        when: windowShown

        function selectedTexts(): list<string> {
            let texts = [];
            for (let i = 0; i < answers.count; ++i) {
                if (answers.itemAt(i).selected)
                    texts.push(answers.itemAt(i).text);
            }
            return texts;
        }

        function test_one_answer_at_a_time() {
            mouseClick(answers.itemAt(0));
            compare(selectedTexts(), ["God"]);
            mouseClick(answers.itemAt(2));
            compare(selectedTexts(), ["Vet ikke"]);
        }

        function test_arrows_walk_and_do_not_answer() {
            root.answer = "God";
            answers.itemAt(0).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            verify(answers.itemAt(1).activeFocus);
            compare(root.answer, "God");
            keyClick(Qt.Key_Space);
            compare(root.answer, "Dårlig");
            keyClick(Qt.Key_Up);
            verify(answers.itemAt(0).activeFocus);
        }

        function test_refusing_to_answer_looks_like_an_answer() {
            compare(answers.itemAt(2).height, answers.itemAt(0).height);
            compare(answers.itemAt(2).width, answers.itemAt(0).width);
        }
    }
}

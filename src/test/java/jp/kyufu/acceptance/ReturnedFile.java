package jp.kyufu.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What a bank or a point provider answers to a file that was sent. */
final class ReturnedFile {

    private ReturnedFile() {}

    /** Codes for three in four of the payments; two in three are credited. */
    static Map<Long, Character> someCodes(Owed.BankFile file, Random random) {
        Map<Long, Character> codes = new LinkedHashMap<>();
        for (Owed.Payment payment : file.payments) {
            if (random.nextInt(4) > 0) {
                codes.put(payment.number, random.nextInt(3) > 0 ? '0' : '1');
            }
        }
        return codes;
    }

    /** The answer: a code for each of these payments, in the order of the file. */
    static byte[] of(byte[] sent, Map<Long, Character> codes, boolean cash) {
        String text = new String(sent, StandardCharsets.ISO_8859_1);
        StringBuilder answer = new StringBuilder();
        long sum = 0;
        for (String line : text.split("\r?\n")) {
            long number =
                    !cash
                            ? Long.parseLong(line.split(",")[0].replaceAll("\\D", "").concat("0"))
                                    / 10
                            : line.startsWith("2") ? Long.parseLong(line.substring(91, 101)) : 0;
            Character code = codes.get(number);
            if (cash && line.startsWith("1")) {
                answer.append(line).append("\r\n");
            } else if (code != null && cash) {
                answer.append(line, 0, 113).append(code).append(line.substring(114));
                answer.append("\r\n");
                sum += Long.parseLong(line.substring(80, 90));
            } else if (code != null) {
                answer.append(number).append(',').append(code);
                answer.append(',').append(VillageLife.GRANTED).append(" 10:00:00,");
                answer.append(line.split(",")[3]).append('\n');
            }
        }
        if (!cash) {
            return ("付与番号,結果コード,付与日時,ポイント数\n" + answer).getBytes(StandardCharsets.UTF_8);
        }
        answer.append("8%06d%012d%s\r\n".formatted(codes.size(), sum, " ".repeat(101)));
        answer.append("9" + " ".repeat(119) + "\r\n");
        return answer.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

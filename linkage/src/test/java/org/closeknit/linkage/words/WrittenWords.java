package org.closeknit.linkage.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenWords {

  @Nested
  class When_they_are_folded {
    @Test
    void marks_and_cases_vanish() {
      assertThat(Folding.fold("  Zoë-Anne  O'Neill ")).isEqualTo("zoe anne oneill");
      assertThat(Folding.fold("ŁUKASZ Żółć")).isEqualTo("lukasz zolc");
    }

    @Test
    void cyrillic_is_read_as_the_passport_writes_it() {
      assertThat(Folding.fold("Юлія Шевченко")).isEqualTo("iuliia shevchenko");
    }

    @Test
    void a_code_loses_its_spaces() {
      assertThat(Folding.code("EH52 5ab")).isEqualTo("eh525ab");
    }
  }

  @Nested
  class When_their_spelling_is_compared {
    @Test
    void one_slip_is_close_and_two_in_a_long_word() {
      assertThat(Spelling.close("liam", "ilam")).isTrue();
      assertThat(Spelling.close("liam", "lian")).isTrue();
      assertThat(Spelling.close("mia", "mya")).isFalse();
      assertThat(Spelling.close("catherine", "kathrine")).isTrue();
      assertThat(Spelling.close("jason", "mason jar")).isFalse();
    }

    @Test
    void jaro_and_winkler_are_as_published() {
      assertThat(Spelling.jaroWinkler("martha", "marhta")).isCloseTo(0.9611, offset(1e-4));
      assertThat(Spelling.jaroWinkler("dwayne", "duane")).isCloseTo(0.84, offset(1e-4));
      assertThat(Spelling.jaroWinkler("dixon", "dicksonx")).isCloseTo(0.8133, offset(1e-4));
      assertThat(Spelling.jaroWinkler("abc", "xyz")).isZero();
    }
  }

  @Nested
  class When_they_sound_alike {
    @Test
    void they_have_one_key() {
      assertThat(Sound.of("smith")).isEqualTo(Sound.of("smyth"));
      assertThat(Sound.of("stephen")).isEqualTo(Sound.of("steven"));
      assertThat(Sound.of("catherine")).isEqualTo(Sound.of("kathryn"));
      assertThat(Sound.of("szymon")).isEqualTo(Sound.of("shimon"));
      assertThat(Sound.of("smith")).isNotEqualTo(Sound.of("jones"));
    }
  }

  @Nested
  class When_they_are_forms_of_one_forename {
    @Test
    void they_stand_on_one_line() {
      assertThat(forms("bob", "robert")).isTrue();
      assertThat(forms("eilidh", "helen")).isTrue();
      assertThat(forms("gosia", "malgorzata")).isTrue();
      assertThat(forms("muhammad", "mohamed")).isTrue();
      assertThat(forms("bob", "william")).isFalse();
    }

    private boolean forms(String a, String b) {
      return Nicknames.share(Nicknames.lines(a), Nicknames.lines(b));
    }
  }

  @Nested
  class When_they_stand_for_a_name_not_known_yet {
    @Test
    void they_are_no_name() {
      assertThat(Placeholder.isGivenName(Folding.words("Baby Boy"))).isTrue();
      assertThat(Placeholder.isGivenName(Folding.words("B/O Sarah"))).isTrue();
      assertThat(Placeholder.isGivenName(Folding.words("Twin 2"))).isTrue();
      assertThat(Placeholder.isGivenName(Folding.words("Robyn"))).isFalse();
      assertThat(Placeholder.isFamilyName(Folding.words("unknown"))).isTrue();
      assertThat(Placeholder.isFamilyName(Folding.words("Boy"))).isFalse();
    }

    @Test
    void they_may_tell_the_place_in_the_birth() {
      assertThat(Placeholder.birthOrder(Folding.words("Twin 2"))).isEqualTo(2);
      assertThat(Placeholder.birthOrder(Folding.words("Baby A"))).isEqualTo(1);
      assertThat(Placeholder.birthOrder(Folding.words("Baby"))).isZero();
    }
  }

  @Nested
  class When_they_are_of_another_script {
    @ParameterizedTest
    @CsvSource({
      "محمد علي, muhammad ali",
      "عبد الرحمن, abd al rahman",
      "خلود, khalud",
      "عائشہ قریشی, aisha qureshi",
      "王 小明, wang xiaoming",
      "陳 大文, chen dawen",
      "김 민준, gim minjun",
      "サクラ, sakura",
      "Γεώργιος, georgios",
      "გიორგი, giorgi",
      "Հայկ, hayk",
      "דוד, dod",
      "प्रिया शर्मा, priya sharma",
      "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ, guraprit singh",
      "রহিম উদ্দিন, rahim uddin",
      "ሰላም ተስፋይ, selam tesfay",
      "Łucja, lucja",
      "龘, 龘"
    })
    void they_are_written_in_latin_letters(String written, String latin) {
      assertThat(Folding.fold(written)).isEqualTo(latin);
    }
  }

  @Nested
  class When_they_were_only_heard {
    @ParameterizedTest
    @CsvSource({
      "sameeha, samiha",
      "yousuf, yusuf",
      "qasim, kasim",
      "wiktoria, viktoria",
      "kayleigh, kaylee",
      "hannah, hana",
      "philip, filip",
      "matthew, mathew"
    })
    void spellings_of_one_sound_are_one(String one, String other) {
      assertThat(Heard.of(one)).isEqualTo(Heard.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"evie, ivy", "jayden, hayden", "lena, lina", "molly, milly", "zain, zainab"})
    void other_names_are_others(String one, String other) {
      assertThat(Heard.of(one)).isNotEqualTo(Heard.of(other));
    }
  }
}

/** Given names whose forms in the neighbouring languages sound too different for a key of sounds. */
import { foldWord } from '../analysis/fold.ts';
import { stemBelarusian, stemUkrainian } from '../analysis/light-stemmers.ts';
import { stemRussian } from '../analysis/lunr-stemmers.ts';

const GROUPS = [
  'Aliaksandr Aleksandr Alexander Alexandr Oleksandr Alaksandr Аляксандр Александр Олександр',
  'Aliaksandra Aleksandra Alexandra Oleksandra Аляксандра Александра Олександра',
  'Uladzimir Vladimir Volodymyr Uladzimier Уладзімір Владимир Володимир',
  'Katsiaryna Ekaterina Yekaterina Kateryna Katerina Catherine Kaciaryna Кацярына Екатерина Катерина',
  'Zmitser Dzmitry Dmitry Dmitri Dmitriy Dmytro Dzmitryj Zmicier Зміцер Дзмітрый Дзмітры Дмитрий Дмитро',
  'Siarhei Sergei Sergey Serhii Serhiy Siarhiej Сяргей Сергей Сергій',
  'Mikalai Nikolai Nikolay Mykola Mikola Mikalaj Nicholas Мікалай Мікола Николай Микола',
  'Volha Olga Olha Volga Вольга Ольга',
  'Ihar Igor Ihor Ігар Игорь Ігор',
  'Aleh Oleg Oleh Алег Олег',
  'Ales Aleś Алесь Олесь Oles',
  'Yauhen Evgeny Evgeniy Yevgeny Yevgeniy Yevhen Evgenii Jauhien Eugene Яўген Яўгеній Евгений Євген',
  'Yauheniya Evgenia Yevgenia Yevheniia Jauhienija Яўгенія Евгения Євгенія',
  'Iryna Irina Ірына Ирина Ірина',
  'Alena Elena Yelena Olena Helen Алена Елена Олена',
  'Hanna Anna Ganna Ганна Анна',
  'Anastasiya Nastassia Anastasia Nastassja Анастасія Настасся Анастасия',
  'Mikhail Mikhas Mykhailo Michail Michael Mikhailo Міхаіл Міхась Михаил Михайло',
  'Viktar Victor Viktor Віктар Виктор Віктор',
  'Vasil Vasily Vasiliy Vasyl Basil Васіль Василий Василь',
  'Piotr Petr Pyotr Petro Peter Pjotr Пётр Петр Петро',
  'Pavel Pavlo Paul Pavał Павел Павло Павал',
  'Andrei Andrey Andrii Andriy Andrej Andrew Андрэй Андрей Андрій',
  'Yury Yuri Yuriy Yurii Iurii Jury Juri Юрый Юрий Юрій',
  'Aliaksei Alexei Aleksei Alexey Aleksey Oleksii Oleksiy Alaksiej Аляксей Алексей Олексій',
  'Maryia Maria Mariya Mariia Maryja Mary Марыя Мария Марія',
  'Tatsiana Tatiana Tatyana Tetiana Tetyana Taćciana Таццяна Татьяна Тетяна',
  'Natallia Natalia Nataliya Natalya Nataliia Natalla Наталля Наталья Наталія',
  'Sviatlana Svetlana Svitlana Śviatłana Святлана Светлана Світлана',
  'Liudmila Ludmila Lyudmila Liudmyla Ludmiła Людміла Людмила',
  'Valiantsina Valentina Valentyna Valancina Валянціна Валентина',
  'Mikita Nikita Mykyta Мікіта Никита Микита',
  'Yahor Egor Yegor Yehor Jahor Ягор Егор Єгор',
  'Ryhor Grigory Grigoriy Hryhorii Hryhoriy Ryhor Gregory Рыгор Григорий Григорій',
  'Heorhi Georgy Georgi Georgiy Heorhii Yurka Hieorhij George Георгій Георгий Георгі',
  'Ivan Yan Jan Ian Іван Ян Иван',
  'Yosif Iosif Yazep Yosyp Joseph Jazep Язэп Іосіф Иосиф Йосип',
  'Maksim Maxim Maksym Максім Максим',
  'Yana Jana Iana Яна',
  'Dzianis Denis Denys Dzianis Dzianis Дзяніс Денис',
  'Kanstantsin Konstantin Kostiantyn Kanstancin Constantine Канстанцін Константин Костянтин',
  'Leanid Leonid Леанід Леонид Леонід',
  'Zinaida Zinaidy Зінаіда Зинаида',
  'Lizaveta Elizaveta Yelizaveta Yelyzaveta Elizabeth Лізавета Елизавета Єлизавета',
  'Yulia Yuliya Yuliia Julia Julija Юлія Юлия',
  'Ksenia Kseniya Xenia Aksana Oksana Аксана Оксана Ксения Ксенія',
].map((group) => group.split(' '));

const groupOfForm = new Map<string, number>();
for (const [number, names] of GROUPS.entries()) {
  for (const name of names) {
    for (const form of formsOf(name)) if (!groupOfForm.has(form)) groupOfForm.set(form, number);
  }
}

/** The number of the group a word belongs to, in whatever case it stands. */
export function givenNameGroup(word: string): number | undefined {
  for (const form of formsOf(word)) {
    const group = groupOfForm.get(form);
    if (group !== undefined) return group;
  }
  return undefined;
}

function formsOf(word: string): Set<string> {
  const folded = foldWord(word);
  if (/[a-z]/v.test(folded)) return new Set([folded]);
  return new Set([folded, stemRussian(folded), stemBelarusian(folded), stemUkrainian(folded)]);
}

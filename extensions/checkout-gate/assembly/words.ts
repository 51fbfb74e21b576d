import { Bytes, utf8 } from './bytes';
import { Reason } from './judgement';

// In the order of `Reason`; {n} is the number of pieces.
const EN: StaticArray<string> = [
  'This product is open to people with an early access pass only. Open your early access page and add it to the cart from there.',
  'Your early access to this product has ended. Remove it from the cart to go on, or open your early access page again.',
  'This early access belongs to another e-mail address. Use the address that you signed up with.',
  'Enter the e-mail address that you signed up for early access with.',
  'You can buy at most {n} of this product with your early access.',
];
const DE: StaticArray<string> = [
  'Dieses Produkt gibt es vorab nur mit Zugangspass. Öffne deine Vorab-Seite und lege es von dort in den Warenkorb.',
  'Dein Vorab-Zugang zu diesem Produkt ist beendet. Nimm es aus dem Warenkorb oder öffne deine Vorab-Seite noch einmal.',
  'Dieser Vorab-Zugang gehört zu einer anderen E-Mail-Adresse. Nimm die Adresse, mit der du dich angemeldet hast.',
  'Gib die E-Mail-Adresse ein, mit der du dich für den Vorab-Zugang angemeldet hast.',
  'Mit deinem Vorab-Zugang kannst du höchstens {n} Stück dieses Produkts kaufen.',
];
const ES: StaticArray<string> = [
  'Este producto solo está abierto a quienes tienen un pase de acceso anticipado. Abre tu página de acceso anticipado y añádelo al carrito desde allí.',
  'Tu acceso anticipado a este producto ha terminado. Quítalo del carrito para continuar o abre otra vez tu página de acceso anticipado.',
  'Este acceso anticipado pertenece a otro correo electrónico. Usa la dirección con la que te registraste.',
  'Escribe el correo electrónico con el que te registraste para el acceso anticipado.',
  'Con tu acceso anticipado puedes comprar como máximo {n} unidades de este producto.',
];
const FR: StaticArray<string> = [
  'Ce produit est réservé aux personnes ayant un pass d’accès anticipé. Ouvrez votre page d’accès anticipé et ajoutez-le au panier depuis celle-ci.',
  'Votre accès anticipé à ce produit est terminé. Retirez-le du panier pour continuer ou rouvrez votre page d’accès anticipé.',
  'Cet accès anticipé appartient à une autre adresse e-mail. Utilisez celle avec laquelle vous vous êtes inscrit.',
  'Saisissez l’adresse e-mail avec laquelle vous vous êtes inscrit à l’accès anticipé.',
  'Avec votre accès anticipé, vous pouvez acheter au maximum {n} exemplaires de ce produit.',
];
const IT: StaticArray<string> = [
  'Questo prodotto è riservato a chi ha un pass di accesso anticipato. Apri la tua pagina di accesso anticipato e aggiungilo al carrello da lì.',
  'Il tuo accesso anticipato a questo prodotto è terminato. Toglilo dal carrello per continuare o riapri la tua pagina di accesso anticipato.',
  'Questo accesso anticipato appartiene a un altro indirizzo e-mail. Usa quello con cui ti sei iscritto.',
  'Inserisci l’indirizzo e-mail con cui ti sei iscritto all’accesso anticipato.',
  'Con il tuo accesso anticipato puoi acquistare al massimo {n} pezzi di questo prodotto.',
];
const NL: StaticArray<string> = [
  'Dit product is alleen open voor wie een pas voor vroege toegang heeft. Open je pagina voor vroege toegang en leg het van daar in de winkelwagen.',
  'Je vroege toegang tot dit product is voorbij. Haal het uit de winkelwagen om verder te gaan, of open je pagina voor vroege toegang opnieuw.',
  'Deze vroege toegang hoort bij een ander e-mailadres. Gebruik het adres waarmee je je hebt aangemeld.',
  'Vul het e-mailadres in waarmee je je voor vroege toegang hebt aangemeld.',
  'Met je vroege toegang kun je hoogstens {n} stuks van dit product kopen.',
];
const PT: StaticArray<string> = [
  'Este produto está aberto só para quem tem um passe de acesso antecipado. Abra a sua página de acesso antecipado e adicione-o ao carrinho a partir dela.',
  'O seu acesso antecipado a este produto terminou. Retire-o do carrinho para continuar ou abra de novo a sua página de acesso antecipado.',
  'Este acesso antecipado pertence a outro e-mail. Use o endereço com que se inscreveu.',
  'Escreva o e-mail com que se inscreveu para o acesso antecipado.',
  'Com o seu acesso antecipado pode comprar no máximo {n} unidades deste produto.',
];
const JA: StaticArray<string> = [
  'この商品は先行アクセスパスをお持ちの方だけがご購入いただけます。先行アクセスのページを開き、そこからカートに追加してください。',
  'この商品の先行アクセスは終了しました。カートから削除するか、先行アクセスのページをもう一度開いてください。',
  'この先行アクセスは別のメールアドレスのものです。登録したメールアドレスをご利用ください。',
  '先行アクセスに登録したメールアドレスを入力してください。',
  '先行アクセスで購入できるこの商品は{n}点までです。',
];
const AR: StaticArray<string> = [
  'هذا المنتج متاح فقط لمن لديه بطاقة الوصول المبكر. افتح صفحة الوصول المبكر الخاصة بك وأضفه إلى السلة من هناك.',
  'انتهى وصولك المبكر إلى هذا المنتج. أزله من السلة للمتابعة أو افتح صفحة الوصول المبكر مرة أخرى.',
  'هذا الوصول المبكر يخص بريدًا إلكترونيًا آخر. استخدم العنوان الذي سجلت به.',
  'أدخل البريد الإلكتروني الذي سجلت به للوصول المبكر.',
  'يمكنك شراء {n} كحد أقصى من هذا المنتج من خلال وصولك المبكر.',
];

/** What the shopper is told, in the language of the checkout where we know it, else in English. */
export function wordsFor(reason: Reason, limit: i64, language: Bytes): Bytes {
  return utf8(wordsIn(language)[reason].replace('{n}', limit.toString()));
}

function wordsIn(language: Bytes): StaticArray<string> {
  const two = language.part(0, min(2, language.length));
  if (two.isText('DE')) return DE;
  if (two.isText('ES')) return ES;
  if (two.isText('FR')) return FR;
  if (two.isText('IT')) return IT;
  if (two.isText('NL')) return NL;
  if (two.isText('PT')) return PT;
  if (two.isText('JA')) return JA;
  if (two.isText('AR')) return AR;
  return EN;
}

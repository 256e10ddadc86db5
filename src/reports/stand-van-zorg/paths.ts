export const standVanZorgPath = "/cijfers/stand-van-zorg";
